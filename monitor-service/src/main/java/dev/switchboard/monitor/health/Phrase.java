package dev.switchboard.monitor.health;

import java.time.Duration;
import java.util.Locale;

/** Figures as an operator reads them. */
final class Phrase {
    private Phrase() {}

    /** "5 minutes", "1 hour", "90 seconds": the largest unit that divides it. */
    static String span(Duration span) {
        long seconds = span.toSeconds();
        if (seconds == 0) {
            return count(span.toMillis(), "millisecond");
        }
        if (seconds % 3_600 == 0) {
            return count(seconds / 3_600, "hour");
        }
        return seconds % 60 == 0 ? count(seconds / 60, "minute") : count(seconds, "second");
    }

    /** "the last 5 minutes", "the last hour". */
    static String last(Duration span) {
        String words = span(span);
        return "the last " + (words.startsWith("1 ") ? words.substring(2) : words);
    }

    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** At most one decimal: "1 %", "12.5 %"; what rounds to nothing is "under 0.1 %". */
    static String percent(double percent) {
        if (percent > 0 && percent < 0.1) {
            return "under 0.1 %";
        }
        String rounded = String.format(Locale.ROOT, "%.1f", percent);
        return (rounded.endsWith(".0") ? rounded.substring(0, rounded.length() - 2) : rounded) + " %";
    }
}
