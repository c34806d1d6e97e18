package dev.switchboard.runtime.call;

import dev.switchboard.runtime.adapter.Allowance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a system lets us do, as the vendor's answers tell it. Short periods slow the {@link Quota} down; of long ones a reserve is
 * kept for what matters, because nobody can wait for the next day.
 */
public final class Allowances {
    private static final Duration LONGEST_THAT_IS_WAITED_FOR = Duration.ofMinutes(1);
    private static final int PERCENT = 100;

    private final @Nullable Quota quota;
    private final int reservePercent;
    private final Clock clock;
    private final Map<Duration, Told> longOnes = new ConcurrentHashMap<>();

    Allowances(@Nullable Quota quota, int reservePercent, Clock clock) {
        this.quota = quota;
        this.reservePercent = reservePercent;
        this.clock = clock;
    }

    /** What the vendor said, and when. */
    private record Told(Allowance allowance, Instant at) {
        int percentLeft() {
            return (int) Math.min(PERCENT, allowance.left() * PERCENT / allowance.of());
        }

        boolean current(Instant now) {
            return at.plus(allowance.per()).isAfter(now);
        }
    }

    /** An answer of the vendor said this. */
    public void told(Allowance allowance) {
        if (allowance.per().compareTo(LONGEST_THAT_IS_WAITED_FOR) > 0) {
            longOnes.put(allowance.per(), new Told(allowance, clock.instant()));
        } else if (quota != null) {
            quota.correct(allowance, clock.instant());
        }
    }

    @Nullable
    Quota quota() {
        return quota;
    }

    /** How much is left of the long period that is nearest to its end; null when the vendor does not tell. */
    @Nullable
    Integer percentLeft() {
        return scarcest().map(Told::percentLeft).orElse(null);
    }

    /** How long the period is whose reserve is touched; empty while there is enough for everything. */
    Optional<Duration> reservedFor() {
        return scarcest()
                .filter(told -> told.percentLeft() < reservePercent)
                .map(told -> told.allowance().per());
    }

    private Optional<Told> scarcest() {
        Instant now = clock.instant();
        return longOnes.values().stream()
                .filter(told -> told.current(now))
                .min(Comparator.comparingInt(Told::percentLeft));
    }
}
