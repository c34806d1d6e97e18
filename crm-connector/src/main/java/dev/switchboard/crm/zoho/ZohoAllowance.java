package dev.switchboard.crm.zoho;

import dev.switchboard.runtime.adapter.Allowance;
import dev.switchboard.runtime.adapter.AllowanceReader;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.util.Optional;

/**
 * The day's credits. Zoho tells them from the moment half of them are gone, and never how many there were: the base of its paid
 * editions, or twice what is left when that is more. A good answer that is silent says that half of them are left, or more.
 *
 * @see <a href="https://www.zoho.com/crm/developer/docs/api/v8/api-limits.html">API limits</a>
 */
final class ZohoAllowance implements AllowanceReader {
    private static final long BASE = 50_000;
    private static final Duration DAY = Duration.ofDays(1);

    @Override
    public Optional<Allowance> allowanceIn(VendorAnswer answer) {
        Optional<String> told = answer.header("X-API-CREDITS-REMAINING");
        if (told.isEmpty()) {
            // Refusals are silent whatever is left.
            return answer.status() < 300 ? Optional.of(new Allowance(BASE / 2, BASE, DAY)) : Optional.empty();
        }
        return told.filter(left -> left.matches("[0-9]{1,12}"))
                .map(Long::parseLong)
                .map(left -> new Allowance(left, Math.max(BASE, 2 * left), DAY));
    }
}
