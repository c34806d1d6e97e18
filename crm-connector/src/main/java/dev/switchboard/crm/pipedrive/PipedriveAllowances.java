package dev.switchboard.crm.pipedrive;

import dev.switchboard.runtime.adapter.Allowance;
import dev.switchboard.runtime.adapter.AllowanceReader;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The company's tokens of the day and the requests of two seconds, whichever is nearer to its end. The day's are sometimes missing
 * after a long silence.
 */
final class PipedriveAllowances implements AllowanceReader {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration BURST = Duration.ofSeconds(2);

    @Override
    public Optional<Allowance> allowanceIn(VendorAnswer answer) {
        return Stream.of(
                        allowance(answer, "x-daily-ratelimit-token-remaining", "x-daily-ratelimit-token-limit", DAY),
                        allowance(answer, "x-ratelimit-remaining", "x-ratelimit-limit", BURST))
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(allowance -> (double) allowance.left() / allowance.of()));
    }

    private static Optional<Allowance> allowance(VendorAnswer answer, String remaining, String limit, Duration per) {
        Optional<Long> left = number(answer, remaining);
        Optional<Long> of = number(answer, limit).filter(most -> most > 0);
        return left.isEmpty() || of.isEmpty()
                ? Optional.empty()
                : Optional.of(new Allowance(left.get(), of.get(), per));
    }

    private static Optional<Long> number(VendorAnswer answer, String header) {
        return answer.header(header)
                .map(String::strip)
                .filter(value -> value.matches("[0-9]{1,15}"))
                .map(Long::valueOf);
    }
}
