package dev.switchboard.sandbox.pipedrive;

import dev.switchboard.sandbox.Request;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** v2 writes times as RFC 3339, v1 as {@code YYYY-MM-DD HH:MM:SS} in UTC. */
final class PipedriveTimes {

    private static final DateTimeFormatter V1 = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private PipedriveTimes() {}

    static String v2(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String v1(Clock clock) {
        return V1.format(clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** Empty when it is not written as v1 wants it. */
    static Optional<Instant> readV1(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, V1).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notAsWanted) {
            return Optional.empty();
        }
    }

    /** Whether a time in RFC 3339 is not before the one that {@code updated_since} asks for. */
    static boolean isSince(Request request, String time) {
        return request.query("updated_since")
                .map(since -> !Instant.parse(time).isBefore(readV2(since)))
                .orElse(true);
    }

    private static Instant readV2(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException notRfc3339) {
            throw PipedriveErrors.invalid("updated_since: must be a time in RFC 3339");
        }
    }
}
