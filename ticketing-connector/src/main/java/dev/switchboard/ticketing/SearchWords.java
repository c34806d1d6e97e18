package dev.switchboard.ticketing;

/** What somebody asked, as words to search with: none of their punctuation, so that nothing in it is an operator. */
public final class SearchWords {
    /** Longer questions find nothing better, and no address holds ten thousand characters. */
    private static final int LONGEST = 200;

    private SearchWords() {}

    /** Words of letters and digits with one space between them; empty when there are none. */
    public static String of(String asked) {
        String words = asked.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
        if (words.length() <= LONGEST) {
            return words;
        }
        int end = words.lastIndexOf(' ', LONGEST);
        return end > 0 ? words.substring(0, end) : words.substring(0, words.offsetByCodePoints(0, LONGEST / 2));
    }
}
