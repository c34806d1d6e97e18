package dev.switchboard.ticketing.servicenow;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An article's HTML as text that can be spoken. */
final class PlainText {
    private static final Pattern UNSEEN = Pattern.compile("(?is)<(script|style|head)\\b.*?</\\1\\s*>|<!--.*?-->");
    private static final Pattern BLOCK =
            Pattern.compile("(?i)</?(p|div|br|li|ul|ol|h[1-6]|table|tr|section|article|blockquote|pre|hr)\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z!][^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("hellip", "…"),
            Map.entry("euro", "€"));

    private PlainText() {}

    /** Blocks on lines of their own, entities as characters, nothing else of the markup. */
    static String of(String html) {
        String seen = UNSEEN.matcher(html).replaceAll(" ");
        String lines = BLOCK.matcher(seen.replaceAll("\\s+", " ")).replaceAll("\n");
        String bare = TAG.matcher(lines).replaceAll("");
        String text = ENTITY.matcher(bare)
                .replaceAll(found -> Matcher.quoteReplacement(character(found.group(1), found.group())));
        return text.replaceAll("[ \\t\\u00a0]+", " ")
                .replaceAll(" ?\\n[ \\n]*", "\n")
                .strip();
    }

    private static String character(String name, String otherwise) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, otherwise);
        }
        boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
        int code = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
        return Character.isValidCodePoint(code) ? Character.toString(code) : otherwise;
    }
}
