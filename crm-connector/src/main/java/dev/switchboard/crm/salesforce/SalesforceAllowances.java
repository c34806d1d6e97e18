package dev.switchboard.crm.salesforce;

import dev.switchboard.runtime.adapter.Allowance;
import dev.switchboard.runtime.adapter.AllowanceReader;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The org's requests of the last 24 hours, on every answer: {@code Sforce-Limit-Info: api-usage=18/15000}. An org may go over its
 * limit for a while; then nothing is left.
 *
 * @see <a href="https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_api_usage.htm">Limit info header</a>
 */
final class SalesforceAllowances implements AllowanceReader {
    /** Not {@code per-app-api-usage}, which stands in the same header. */
    private static final Pattern USAGE = Pattern.compile("(?<![\\w-])api-usage=(\\d{1,12})/(\\d{1,12})");

    private static final Duration DAY = Duration.ofDays(1);

    @Override
    public Optional<Allowance> allowanceIn(VendorAnswer answer) {
        return answer.header("Sforce-Limit-Info")
                .map(USAGE::matcher)
                .filter(Matcher::find)
                .flatMap(usage -> allowance(Long.parseLong(usage.group(1)), Long.parseLong(usage.group(2))));
    }

    private static Optional<Allowance> allowance(long used, long most) {
        return most < 1 ? Optional.empty() : Optional.of(new Allowance(Math.max(0, most - used), most, DAY));
    }
}
