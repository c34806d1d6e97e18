package dev.switchboard.crm.hubspot;

import java.util.ArrayList;
import java.util.List;

/** Plain text as HubSpot's bodies take it: HTML, at most 65,536 characters in each. */
final class HubspotText {
    /** Leaves room for a part's number and the reference. */
    private static final int LONGEST = 65_000;

    private static final int LONGEST_LINE = 100;
    private static final String BREAK = "<br>";

    private HubspotText() {}

    /** The text as HTML, in as many parts as are needed; never empty. */
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int position = 0; position < text.length(); ) {
            int character = text.codePointAt(position);
            String html = html(character);
            if (part.length() + html.length() > LONGEST) {
                parts.add(untilLineEnd(part));
            }
            part.append(html);
            position += Character.charCount(character);
        }
        parts.add(part.toString());
        return parts;
    }

    /** A body's first line without markup, at most as long as a subject; empty when it has no text. */
    static String firstLine(String html) {
        String text = html.replaceAll("(?i)</?(p|div|br|li|ul|ol|h[1-6])\\b[^>]*>", "\n")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .strip();
        String line = text.lines().findFirst().orElse("").strip();
        int end = line.length() <= LONGEST_LINE ? line.length() : line.lastIndexOf(' ', LONGEST_LINE);
        return end < 0 ? line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE / 2)) : line.substring(0, end);
    }

    /** Takes the part up to its last line's end, when it has one; the rest begins the next part. */
    private static String untilLineEnd(StringBuilder part) {
        int end = part.lastIndexOf(BREAK);
        String whole = end <= 0 ? part.toString() : part.substring(0, end);
        part.delete(0, end <= 0 ? part.length() : end + BREAK.length());
        return whole;
    }

    private static String html(int character) {
        return switch (character) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '\n' -> BREAK;
            case '\r', '\0' -> "";
            default -> Character.toString(character);
        };
    }
}
