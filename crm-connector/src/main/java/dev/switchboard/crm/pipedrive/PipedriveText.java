package dev.switchboard.crm.pipedrive;

import java.util.ArrayList;
import java.util.List;

/** Plain text as Pipedrive's notes take it: HTML, about 100 KB in each, of which we use 60. */
final class PipedriveText {
    private static final int MOST_BYTES = 60_000;
    private static final int LONGEST_LINE = 100;
    private static final String BREAK = "<br>";

    private PipedriveText() {}

    /** The text as HTML, in as many parts as are needed, divided between lines where that can be; never empty. */
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int size = 0;
        for (String line : text.split("\n", -1)) {
            for (String piece : pieces(line)) {
                int bytes = bytes(piece);
                if (size > 0 && size + BREAK.length() + bytes > MOST_BYTES) {
                    parts.add(part.toString());
                    part.setLength(0);
                    size = 0;
                }
                part.append(size == 0 && part.isEmpty() ? "" : BREAK).append(piece);
                size += BREAK.length() + bytes;
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /** The first line of HTML that says something, as plain text and at most as long as a subject; empty when none does. */
    static String firstLine(String html) {
        String text = html.replaceAll("(?i)</?(p|div|br|li|ul|ol|h[1-6])\\b[^>]*>", "\n")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
        String line = text.strip().lines().findFirst().orElse("").strip();
        int word = line.length() <= LONGEST_LINE ? line.length() : line.lastIndexOf(' ', LONGEST_LINE);
        return word < 0 ? line(line, LONGEST_LINE) : line.substring(0, word);
    }

    /** One line of at most so many characters. */
    static String line(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }

    /** One line as HTML: itself, or as many pieces as it takes. */
    private static List<String> pieces(String line) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int size = 0;
        for (int position = 0; position < line.length(); ) {
            int character = line.codePointAt(position);
            String html = html(character);
            int bytes = bytes(html);
            if (size + bytes > MOST_BYTES) {
                pieces.add(piece.toString());
                piece.setLength(0);
                size = 0;
            }
            piece.append(html);
            size += bytes;
            position += Character.charCount(character);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static String html(int character) {
        return switch (character) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '\r', '\0' -> "";
            default -> Character.toString(character);
        };
    }

    /** In UTF-8. */
    private static int bytes(String html) {
        return html.codePoints()
                .map(character -> character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4)
                .sum();
    }
}
