package dev.switchboard.ticketing;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * A summary as a ticket's subject: one line, cut at a word.
 *
 * @param cut whether it says less than the summary, which then has to stand somewhere else
 */
public record Subject(String line, boolean cut) {
    private static final String ELLIPSIS = "…";

    /** At most {@code longest} characters. */
    public static Subject of(String summary, int longest) {
        String line = summary.strip().replaceAll("\\s+", " ");
        if (line.length() <= longest) {
            return new Subject(line, false);
        }
        int end = longest - ELLIPSIS.length();
        int word = line.lastIndexOf(' ', end);
        return new Subject(line.substring(0, word > 0 ? word : character(line, end)) + ELLIPSIS, true);
    }

    /** Not in the middle of an emoji. */
    private static int character(String line, int end) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(line);
        return characters.isBoundary(end) ? end : Math.max(0, characters.preceding(end));
    }
}
