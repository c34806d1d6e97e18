package dev.switchboard.ticketing.zendesk;

import java.text.BreakIterator;
import java.util.Locale;

/** A summary as a ticket's subject: one line, cut at a word. */
record Subject(String line, boolean cut) {
    /** Zendesk takes 255; its pages show about 150. */
    private static final int LONGEST = 150;

    private static final String ELLIPSIS = "…";

    static Subject of(String summary) {
        String line = summary.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return new Subject(line, false);
        }
        int end = LONGEST - ELLIPSIS.length();
        int word = line.lastIndexOf(' ', end);
        return new Subject(line.substring(0, word > 0 ? word : character(line, end)) + ELLIPSIS, true);
    }

    /** Not in the middle of an emoji. */
    private static int character(String line, int end) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(line);
        return characters.isBoundary(end) ? end : characters.preceding(end);
    }
}
