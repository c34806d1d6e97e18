package dev.switchboard.sandbox.pipedrive;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What Pipedrive's editor keeps of the HTML in a note: harmless elements without attributes, at most 100 KB. */
final class PipedriveHtml {

    private static final int LARGEST = 100 * 1024;
    private static final Pattern ACTIVE = Pattern.compile("(?is)<(script|style|iframe)\\b.*?</\\1>");
    private static final Pattern UNKNOWN =
            Pattern.compile("(?i)</?(?!(?:p|br|b|i|em|strong|u|ul|ol|li)\\b)[a-z][^>]*>");
    private static final Pattern ATTRIBUTES = Pattern.compile("(?i)<([a-z]+)\\s[^>]*>");

    private PipedriveHtml() {}

    static String sanitized(String field, String html) {
        if (html.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw PipedriveErrors.invalid(field + ": is too long");
        }
        String harmless = UNKNOWN.matcher(ACTIVE.matcher(html).replaceAll("")).replaceAll("");
        return ATTRIBUTES.matcher(harmless).replaceAll("<$1>");
    }
}
