package dev.switchboard.commerce.shopify;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Terms of Shopify's search language with what people said in them. Within quotation marks only the mark itself and the backslash
 * mean something: https://shopify.dev/docs/api/usage/search-syntax.
 */
final class ShopifySearch {
    private static final int LONGEST = 100;

    private ShopifySearch() {}

    /** {@code field:"value"}; the field is ours, never what somebody said. */
    static String field(String field, String value) {
        return field + ":" + quoted(value);
    }

    /** The value as one term. */
    static String quoted(String value) {
        StringBuilder term = new StringBuilder("\"");
        clean(value).codePoints().forEach(character -> {
            if (character == '"' || character == '\\') {
                term.append('\\');
            }
            term.appendCodePoint(character);
        });
        return term.append('"').toString();
    }

    /** Every word as a term of its own, all of which have to match; empty when there is no word. */
    static String words(String said) {
        return Arrays.stream(clean(said).split(" "))
                .filter(word -> !word.isEmpty())
                .map(ShopifySearch::quoted)
                .collect(Collectors.joining(" "));
    }

    /** Control characters and halves of surrogate pairs are blanks; what is longer than anybody's words is cut. */
    static String clean(String value) {
        return value.codePoints()
                .limit(LONGEST)
                .map(character -> unprintable(character) ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean unprintable(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }
}
