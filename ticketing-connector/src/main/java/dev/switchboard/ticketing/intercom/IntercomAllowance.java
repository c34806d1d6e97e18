package dev.switchboard.ticketing.intercom;

import dev.switchboard.runtime.adapter.Allowance;
import dev.switchboard.runtime.adapter.AllowanceReader;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.util.Optional;

/** What is left of the window of ten seconds in which Intercom meters its limit of a minute. */
final class IntercomAllowance implements AllowanceReader {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    @Override
    public Optional<Allowance> allowanceIn(VendorAnswer answer) {
        Optional<Long> left = number(answer, "X-RateLimit-Remaining");
        Optional<Long> of = number(answer, "X-RateLimit-Limit").filter(limit -> limit > 0);
        return left.isEmpty() || of.isEmpty()
                ? Optional.empty()
                : Optional.of(new Allowance(Math.min(left.get(), of.get()), of.get(), WINDOW));
    }

    private static Optional<Long> number(VendorAnswer answer, String header) {
        return answer.header(header)
                .map(String::strip)
                .filter(digits -> digits.matches("[0-9]{1,9}"))
                .map(Long::valueOf);
    }
}
