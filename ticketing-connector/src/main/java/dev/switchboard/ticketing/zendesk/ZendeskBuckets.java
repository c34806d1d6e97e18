package dev.switchboard.ticketing.zendesk;

import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many requests are left: the account's in {@code ratelimit-*}, those of single endpoints in {@code zendesk-ratelimit-<name>:
 * total=100; remaining=7; resets=41}.
 *
 * @see <a href="https://developer.zendesk.com/api-reference/introduction/rate-limits/">Rate limits</a>
 */
final class ZendeskBuckets {
    private static final String OF_AN_ENDPOINT = "zendesk-ratelimit-";
    private static final Pattern PART = Pattern.compile("(total|remaining|resets)=([0-9]{1,9})");

    private ZendeskBuckets() {}

    /** Those the answer tells of. */
    static Stream<Bucket> of(VendorAnswer answer) {
        Stream<Bucket> endpoints = answer.headers().entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).startsWith(OF_AN_ENDPOINT))
                .flatMap(header -> ofEndpoint(header.getValue()).stream());
        return Stream.concat(ofAccount(answer).stream(), endpoints);
    }

    /** All requests of a minute. */
    static Optional<Bucket> ofAccount(VendorAnswer answer) {
        return bucket(
                either(answer, "ratelimit-limit", "X-Rate-Limit"),
                either(answer, "ratelimit-remaining", "X-Rate-Limit-Remaining"),
                answer.header("ratelimit-reset").orElse(null));
    }

    private static Optional<Bucket> ofEndpoint(String header) {
        String total = null;
        String remaining = null;
        String resets = null;
        Matcher part = PART.matcher(header.toLowerCase(Locale.ROOT));
        while (part.find()) {
            switch (part.group(1)) {
                case "total" -> total = part.group(2);
                case "remaining" -> remaining = part.group(2);
                default -> resets = part.group(2);
            }
        }
        return bucket(total, remaining, resets);
    }

    private static Optional<Bucket> bucket(
            @Nullable String total, @Nullable String remaining, @Nullable String resets) {
        return number(remaining)
                .map(left -> new Bucket(
                        left,
                        number(total).orElse(0L),
                        number(resets).map(Duration::ofSeconds).orElse(null)));
    }

    private static @Nullable String either(VendorAnswer answer, String name, String older) {
        return answer.header(name).or(() -> answer.header(older)).orElse(null);
    }

    private static Optional<Long> number(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(digits -> digits.matches("[0-9]{1,9}"))
                .map(Long::parseLong);
    }

    /**
     * One of them.
     *
     * @param of 0 when Zendesk does not say how large it is
     * @param resets null when Zendesk does not say when it is full again
     */
    record Bucket(long left, long of, @Nullable Duration resets) {}
}
