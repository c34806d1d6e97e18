package dev.switchboard.crm.hubspot;

import dev.switchboard.runtime.adapter.Allowance;
import dev.switchboard.runtime.adapter.AllowanceReader;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The account's ten seconds and its day, on every answer but a search's. OAuth apps have no day of their own.
 *
 * @see <a href="https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines">Usage guidelines</a>
 */
final class HubspotAllowances implements AllowanceReader {
    private static final String PREFIX = "X-HubSpot-RateLimit-";
    private static final Duration DAY = Duration.ofDays(1);

    @Override
    public Optional<Allowance> allowanceIn(VendorAnswer answer) {
        return allowancesIn(answer).stream()
                .min(Comparator.comparingDouble(allowance -> (double) allowance.left() / allowance.of()));
    }

    @Override
    public List<Allowance> allowancesIn(VendorAnswer answer) {
        OptionalLong interval = number(answer, "Interval-Milliseconds");
        Optional<Allowance> now = interval.isEmpty() || interval.getAsLong() == 0
                ? Optional.empty()
                : allowance(answer, "Remaining", "Max", Duration.ofMillis(interval.getAsLong()));
        return Stream.of(now, allowance(answer, "Daily-Remaining", "Daily", DAY))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Allowance> allowance(VendorAnswer answer, String left, String of, Duration per) {
        OptionalLong remaining = number(answer, left);
        OptionalLong most = number(answer, of);
        return remaining.isEmpty() || most.isEmpty() || most.getAsLong() == 0
                ? Optional.empty()
                : Optional.of(new Allowance(remaining.getAsLong(), most.getAsLong(), per));
    }

    private static OptionalLong number(VendorAnswer answer, String header) {
        return answer.header(PREFIX + header).filter(value -> value.matches("[0-9]{1,12}")).stream()
                .mapToLong(Long::parseLong)
                .findFirst();
    }
}
