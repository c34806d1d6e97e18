package dev.switchboard.sandbox.whatsapp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How fast one number may write to one person: a message every six seconds, and 45 at once on credit. */
final class PairRate {

    private static final Duration PER_MESSAGE = Duration.ofSeconds(6);
    private static final int BURST = 45;

    private final Clock clock;
    /** When the credit that each person's messages used up is paid back. */
    private final Map<String, Instant> paidBackAt = new LinkedHashMap<>();

    PairRate(Clock clock) {
        this.clock = clock;
    }

    void take(String person) {
        Instant now = clock.instant();
        Instant paidBack = paidBackAt.getOrDefault(person, now);
        Instant next = (paidBack.isBefore(now) ? now : paidBack).plus(PER_MESSAGE);
        if (next.isAfter(now.plus(PER_MESSAGE.multipliedBy(BURST)))) {
            throw GraphError.detailed(
                    429,
                    131_056,
                    "(Business Account, Consumer Account) pair rate limit hit",
                    "Too many messages sent from this phone number to the same phone number in a short time.");
        }
        paidBackAt.put(person, next);
    }

    void forget() {
        paidBackAt.clear();
    }
}
