package dev.switchboard.runtime.adapter;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token and where it is good for.
 *
 * @param header the header it travels in, e.g. {@code Authorization}
 * @param value the header's whole value
 * @param renewAt when to fetch another before this one is refused; null when the vendor does not tell
 * @param baseUrl the host it is good for, where the vendor names one with the token; null when it is the configured one
 */
public record AccessToken(
        String header,
        String value,
        @Nullable Instant renewAt,
        @Nullable URI baseUrl) {
    /** A bearer token for the configured host. */
    public static AccessToken bearer(String token, @Nullable Instant renewAt) {
        return new AccessToken("Authorization", "Bearer " + token, renewAt, null);
    }

    @Override
    public String toString() {
        return "AccessToken[" + header + "]";
    }
}
