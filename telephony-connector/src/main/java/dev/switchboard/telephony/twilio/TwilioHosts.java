package dev.switchboard.telephony.twilio;

import dev.switchboard.runtime.adapter.Connection;
import java.net.URI;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where Twilio's products are: {@code <product>.<edge>.<region>.twilio.com}. An address set by the user stands for all of them.
 *
 * @param api the core API
 * @param intelligence what transcribes recordings
 */
record TwilioHosts(URI api, URI intelligence) {
    private static final String GLOBAL = "api.twilio.com";
    /** An edge without a region is not understood: https://www.twilio.com/docs/global-infrastructure/edge-locations */
    private static final String FIRST_REGION = "us1";

    static TwilioHosts of(Connection connection) {
        return of(
                connection.baseUrl(),
                connection.settings().find("TWILIO_EDGE").orElse(null),
                connection.settings().find("TWILIO_REGION").orElse(null));
    }

    static TwilioHosts of(URI configured, @Nullable String edge, @Nullable String region) {
        if (!GLOBAL.equals(configured.getHost())) {
            return new TwilioHosts(configured, configured);
        }
        String place = Stream.of(edge, edge != null && region == null ? FIRST_REGION : region, "twilio.com")
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return new TwilioHosts(URI.create("https://api." + place), URI.create("https://intelligence." + place));
    }
}
