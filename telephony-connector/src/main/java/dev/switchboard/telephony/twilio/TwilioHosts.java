package dev.switchboard.telephony.twilio;

import dev.switchboard.runtime.adapter.Connection;
import java.net.URI;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        URI configured = connection.baseUrl();
        if (!GLOBAL.equals(configured.getHost())) {
            return new TwilioHosts(configured, configured);
        }
        String edge = connection.settings().find("TWILIO_EDGE").orElse(null);
        String region = connection.settings().find("TWILIO_REGION").orElse(edge == null ? null : FIRST_REGION);
        String place =
                Stream.of(edge, region, "twilio.com").filter(Objects::nonNull).collect(Collectors.joining("."));
        return new TwilioHosts(URI.create("https://api." + place), URI.create("https://intelligence." + place));
    }
}
