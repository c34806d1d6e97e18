package dev.switchboard.telephony.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioHostsTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.twilio.com, , , https://api.twilio.com, https://intelligence.twilio.com",
        "https://api.twilio.com, dublin, ie1, https://api.dublin.ie1.twilio.com, https://intelligence.dublin.ie1.twilio.com",
        "https://api.twilio.com, , ie1, https://api.ie1.twilio.com, https://intelligence.ie1.twilio.com",
        "https://api.twilio.com, ashburn, , https://api.ashburn.us1.twilio.com, https://intelligence.ashburn.us1.twilio.com",
        "http://127.0.0.1:8099/twilio, dublin, ie1, http://127.0.0.1:8099/twilio, http://127.0.0.1:8099/twilio",
    })
    void findsTheHosts(URI configured, @Nullable String edge, @Nullable String region, URI api, URI intelligence) {
        assertThat(TwilioHosts.of(configured, edge, region)).isEqualTo(new TwilioHosts(api, intelligence));
    }
}
