package dev.switchboard.ticketing.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntercomProviderTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.intercom.io, '', https://api.intercom.io",
        "https://api.intercom.io, eu., https://api.eu.intercom.io",
        "https://api.intercom.io, au., https://api.au.intercom.io",
        "http://127.0.0.1:8099/intercom, eu., http://127.0.0.1:8099/intercom"
    })
    void asksTheHostOfTheRegionUnlessAnAddressIsSet(URI configured, String region, URI host) {
        assertThat(IntercomProvider.host(configured, "https://api.intercom.io", region))
                .isEqualTo(host);
    }
}
