package dev.switchboard.ticketing.freshdesk;

import dev.switchboard.runtime.adapter.Allowance;
import dev.switchboard.runtime.adapter.AllowanceReader;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * The account's requests of a minute, failed ones and its own webhooks included. Freshdesk has been seen to write the numbers with a
 * decimal point.
 *
 * @see <a href="https://developers.freshdesk.com/api/#ratelimit">Rate limit</a>
 */
final class FreshdeskAllowances implements AllowanceReader {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String NUMBER = "[0-9]{1,9}(\\.[0-9]{1,6})?";

    @Override
    public Optional<Allowance> allowanceIn(VendorAnswer answer) {
        Optional<Long> left = number(answer, "X-RateLimit-Remaining");
        Optional<Long> of = number(answer, "X-RateLimit-Total").filter(requests -> requests > 0);
        return left.isEmpty() || of.isEmpty()
                ? Optional.empty()
                : Optional.of(new Allowance(left.get(), of.get(), MINUTE));
    }

    private static Optional<Long> number(VendorAnswer answer, String header) {
        return answer.header(header)
                .map(String::strip)
                .filter(text -> text.matches(NUMBER))
                .map(text -> new BigDecimal(text).longValue());
    }
}
