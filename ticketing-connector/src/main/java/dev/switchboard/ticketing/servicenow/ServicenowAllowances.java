package dev.switchboard.ticketing.servicenow;

import dev.switchboard.runtime.adapter.Allowance;
import dev.switchboard.runtime.adapter.AllowanceReader;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.util.Optional;

/** An administrator's rules count by the hour. How much of it is left is only told when nothing is. */
final class ServicenowAllowances implements AllowanceReader {
    private static final Duration PERIOD = Duration.ofHours(1);

    @Override
    public Optional<Allowance> allowanceIn(VendorAnswer answer) {
        return answer.header("X-RateLimit-Limit")
                .map(String::strip)
                .filter(limit -> answer.status() == 429 && limit.matches("[1-9][0-9]{0,9}"))
                .map(limit -> new Allowance(0, Long.parseLong(limit), PERIOD));
    }
}
