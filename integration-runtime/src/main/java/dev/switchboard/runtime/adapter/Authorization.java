package dev.switchboard.runtime.adapter;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** How a request shows that it may be made. */
public sealed interface Authorization {
    /** A header that never changes: an API key, Basic. A refusal of it is final. */
    record Fixed(String header, String value, @Nullable URI baseUrl) implements Authorization {
        /** For the configured host. */
        public Fixed(String header, String value) {
            this(header, value, null);
        }

        /** The same, good for another host only, where the vendor has several. */
        public Fixed at(URI host) {
            return new Fixed(header, value, host);
        }

        @Override
        public String toString() {
            return "Fixed[" + header + "]";
        }
    }

    /** A token that is fetched, kept, and fetched again when it expires or is refused; never twice at once. */
    record Renewed(TokenSource source) implements Authorization {}

    /** {@code Authorization: Bearer <token>}. */
    static Fixed bearer(String token) {
        return new Fixed("Authorization", "Bearer " + token);
    }

    /** {@code Authorization: Basic ...}. */
    static Fixed basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Fixed("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** Fetches tokens. */
    @FunctionalInterface
    interface TokenSource {
        /** A fresh token; throws {@link dev.switchboard.integration.IntegrationException} when the vendor refuses one. */
        AccessToken fetch();
    }
}
