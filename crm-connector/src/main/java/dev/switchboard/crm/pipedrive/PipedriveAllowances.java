package dev.switchboard.crm.pipedrive;

import dev.switchboard.runtime.adapter.Allowance;
import dev.switchboard.runtime.adapter.AllowanceReader;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The company's tokens of the day and the requests of two seconds, whichever is nearer to its end. The day's are sometimes missing
 * after a long silence. No page of Pipedrive's names the header with how many a day has: without it that is the most that was ever
 * left, or what the smallest company has.
 */
final class PipedriveAllowances implements AllowanceReader {
    /** Of one seat of the plan Lite. */
    private static final long FEWEST_OF_A_DAY = 30_000;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration BURST = Duration.ofSeconds(2);

    private final AtomicLong mostOfADay = new AtomicLong(FEWEST_OF_A_DAY);

    @Override
    public Optional<Allowance> allowanceIn(VendorAnswer answer) {
        return Stream.of(ofTheDay(answer), ofTheBurst(answer))
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(allowance -> (double) allowance.left() / allowance.of()));
    }

    private Optional<Allowance> ofTheDay(VendorAnswer answer) {
        return number(answer, "x-daily-ratelimit-token-remaining").map(left -> {
            long most = mostOfADay.accumulateAndGet(left, Math::max);
            return new Allowance(
                    left, limit(answer, "x-daily-ratelimit-token-limit").orElse(most), DAY);
        });
    }

    private static Optional<Allowance> ofTheBurst(VendorAnswer answer) {
        Optional<Long> of = limit(answer, "x-ratelimit-limit");
        return number(answer, "x-ratelimit-remaining")
                .flatMap(left -> of.map(most -> new Allowance(left, most, BURST)));
    }

    private static Optional<Long> limit(VendorAnswer answer, String header) {
        return number(answer, header).filter(most -> most > 0);
    }

    private static Optional<Long> number(VendorAnswer answer, String header) {
        return answer.header(header)
                .map(String::strip)
                .filter(value -> value.matches("[0-9]{1,15}"))
                .map(Long::valueOf);
    }
}
