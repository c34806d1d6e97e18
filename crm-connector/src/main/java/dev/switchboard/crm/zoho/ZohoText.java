package dev.switchboard.crm.zoho;

import java.util.ArrayList;
import java.util.List;

/** Plain text as Zoho's fields take it. */
final class ZohoText {
    /** Of a description and of a note. */
    static final int LONGEST = 32_000;

    private static final int LONGEST_LINE = 100;

    private ZohoText() {}

    /** In as many parts as are needed, each at most {@code longest} long and cut at a line's end where it has one; never empty. */
    static List<String> parts(String text, int longest) {
        String rest = text.replace("\0", "").replace("\r", "");
        List<String> parts = new ArrayList<>();
        while (rest.length() > longest) {
            int line = rest.lastIndexOf('\n', longest);
            boolean atLine = line > 0;
            String part = atLine ? rest.substring(0, line) : cut(rest, longest);
            parts.add(part);
            rest = rest.substring(part.length() + (atLine ? 1 : 0));
        }
        parts.add(rest);
        return parts;
    }

    /** On one line, at most {@code longest} characters, never half of one. */
    static String line(String text, int longest) {
        return cut(text.replaceAll("\\p{Cntrl}+", " ").strip(), longest);
    }

    /** The first line that says something, at most as long as a subject and cut between words where it has some. */
    static String firstLine(String text) {
        String line = text.strip().lines().findFirst().orElse("").strip();
        int word = line.length() <= LONGEST_LINE ? line.length() : line.lastIndexOf(' ', LONGEST_LINE);
        return word < 0 ? cut(line, LONGEST_LINE) : line.substring(0, word);
    }

    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
