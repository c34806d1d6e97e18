package dev.switchboard.crm.hubspot;

import java.util.ArrayList;
import java.util.List;

/** Plain text as HubSpot's bodies take it: HTML, at most 65,536 characters in each. */
final class HubspotText {
    /** Leaves room for a part's number and the reference. */
    private static final int LONGEST = 65_000;

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
