package dev.switchboard.commerce.shopify;

import java.util.Locale;

/** How a shop writes its orders' numbers: 1001 as {@code #1001} or {@code EN1001-A}. Compared without case and spaces. */
record NumberFormat(String prefix, String suffix) {
    NumberFormat {
        prefix = plain(prefix);
        suffix = plain(suffix);
    }

    /** Whether the order is the one that was named; the search finds its neighbours as well. */
    boolean names(String said, ShopifyJson.Order order) {
        String wanted = bare(said);
        return wanted.equals(bare(order.name())) || wanted.equals(Long.toString(order.number()));
    }

    /** As the shop writes it. */
    String whole(String said) {
        return prefix + bare(said) + suffix;
    }

    private String bare(String number) {
        String bare = plain(number);
        if (!prefix.isEmpty() && bare.length() > prefix.length() && bare.startsWith(prefix)) {
            bare = bare.substring(prefix.length());
        }
        if (!suffix.isEmpty() && bare.length() > suffix.length() && bare.endsWith(suffix)) {
            bare = bare.substring(0, bare.length() - suffix.length());
        }
        return bare.replaceFirst("^#", "");
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
