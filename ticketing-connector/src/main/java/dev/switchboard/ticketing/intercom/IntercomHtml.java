package dev.switchboard.ticketing.intercom;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Between text and the HTML that notes, comments and articles are. */
final class IntercomHtml {
    private static final Pattern UNSEEN = Pattern.compile("(?is)<(script|style|head)\\b.*?</\\1\\s*>|<!--.*?-->");
    private static final Pattern BLOCK =
            Pattern.compile("(?i)</?(p|div|br|li|ul|ol|h[1-6]|table|tr|section|blockquote|pre|hr)\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z!][^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,6});");
    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "ndash", "–", "mdash", "—",
            "hellip", "…", "euro", "€");

    private IntercomHtml() {}

    /** Escaped, as Intercom strips what looks like a tag it does not allow. */
    static String of(String text) {
        String escaped = text.strip()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
        return "<p>" + escaped.replaceAll("\\R", "<br>") + "</p>";
    }

    /** Text that can be spoken: blocks on lines of their own, entities as characters. */
    static String text(String html) {
        String seen = UNSEEN.matcher(html).replaceAll(" ").replaceAll("\\s+", " ");
        String bare = TAG.matcher(BLOCK.matcher(seen).replaceAll("\n")).replaceAll("");
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
