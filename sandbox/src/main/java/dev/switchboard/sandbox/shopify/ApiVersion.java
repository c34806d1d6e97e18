package dev.switchboard.sandbox.shopify;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which version answers: one that fell out of support is served by the oldest supported one, not refused. */
final class ApiVersion {

    private static final List<String> SUPPORTED = List.of("2026-01", "2026-04", "2026-07", "2026-10", "2027-01");
    private static final Pattern QUARTER = Pattern.compile("20\\d\\d-(?:01|04|07|10)");
    private static final Pattern PATH = Pattern.compile("/admin/api/([^/]+)/.*");

    private ApiVersion() {}

    static Optional<String> inPath(String path) {
        Matcher matcher = PATH.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Empty for a version that never was or is not out yet. */
    static Optional<String> served(String asked) {
        if (asked.equals("unstable") || SUPPORTED.contains(asked)) {
            return Optional.of(asked);
        }
        boolean isExpired = QUARTER.matcher(asked).matches() && asked.compareTo(SUPPORTED.getFirst()) < 0;
        return isExpired ? Optional.of(SUPPORTED.getFirst()) : Optional.empty();
    }
}
