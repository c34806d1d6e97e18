package dev.switchboard.monitor.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A time on the page.
 *
 * @param iso for machines
 * @param clock time of day, UTC, with the date when it is not today's
 * @param ago "12 s ago"
 */
record Moment(String iso, String clock, String ago) {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    static Moment of(Instant time, Instant now) {
        var there = time.atZone(ZoneOffset.UTC);
        boolean today = there.toLocalDate().equals(now.atZone(ZoneOffset.UTC).toLocalDate());
        return new Moment(
                time.truncatedTo(ChronoUnit.SECONDS).toString(),
                (today ? TODAY : EARLIER).format(there),
                span(Duration.between(time, now)) + " ago");
    }

    static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min";
        }
        return seconds < 86_400 ? seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min" : seconds / 86_400 + " d";
    }
}
