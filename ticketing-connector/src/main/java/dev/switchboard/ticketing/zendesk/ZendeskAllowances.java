package dev.switchboard.ticketing.zendesk;

import dev.switchboard.runtime.adapter.Allowance;
import dev.switchboard.runtime.adapter.AllowanceReader;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.util.Optional;

/** The account's requests of a minute. An endpoint's own bucket is no measure for the others. */
final class ZendeskAllowances implements AllowanceReader {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Override
    public Optional<Allowance> allowanceIn(VendorAnswer answer) {
        return ZendeskBuckets.ofAccount(answer)
                .filter(bucket -> bucket.of() > 0)
                .map(bucket -> new Allowance(bucket.left(), bucket.of(), MINUTE));
    }
}
