package dev.switchboard.crm.zoho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.runtime.adapter.AccessToken;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZohoAuthTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final URI HOME = URI.create("https://www.zohoapis.eu");

    private final MovingClock clock = new MovingClock();

    @ParameterizedTest
    @ValueSource(longs = {3_600, 3_600_000, 0})
    void renewsWellBeforeTheHourIsOverInWhateverUnitItIsTold(long expiresIn) {
        AccessToken token =
                auth(() -> new ZohoJson.Token("t", null, expiresIn, null)).fetch();
        assertThat(token.renewAt()).isEqualTo(START.plus(Duration.ofMinutes(50)));
        assertThat(token.value()).isEqualTo("Zoho-oauthtoken t");
    }

    @Test
    void sendsRequestsWhereTheTokenIsGood() {
        Supplier<ZohoJson.Token> told = () -> new ZohoJson.Token("t", "https://www.zohoapis.in/", 3_600, null);
        assertThat(auth(told).fetch().baseUrl()).isEqualTo(URI.create("https://www.zohoapis.in"));
        assertThat(auth(() -> new ZohoJson.Token("t", null, 3_600, null))
                        .fetch()
                        .baseUrl())
                .isEqualTo(HOME);
        URI sandbox = URI.create("https://sandbox.zohoapis.eu");
        ZohoAuth fixed = new ZohoAuth(told, new ZohoAuth.Hosts(HOME, HOME, sandbox), clock);
        assertThat(fixed.fetch().baseUrl()).isEqualTo(sandbox);
    }

    @Test
    void knowsARefusalThoughItComesAsSuccess() {
        assertThat(failure(auth(() -> new ZohoJson.Token(null, null, 0, "invalid_code"))))
                .isEqualTo(new Failure.AuthExpired(200));
        assertThat(failure(auth(() -> new ZohoJson.Token(null, null, 0, null)))).isEqualTo(new Failure.Malformed(200));
    }

    @Test
    void asksNobodyWhileItIsLockedOut() {
        Deque<ZohoJson.Token> answers = new ArrayDeque<>(List.of(
                new ZohoJson.Token(null, null, 0, "Access Denied"),
                new ZohoJson.Token(null, null, 0, "Access Denied"),
                new ZohoJson.Token("t", null, 3_600, null)));
        ZohoAuth auth = auth(answers::remove);
        assertThat(failure(auth)).isEqualTo(new Failure.RateLimited(200, Duration.ofMinutes(1)));
        clock.now = START.plusSeconds(20);
        assertThat(failure(auth)).isEqualTo(new Failure.RateLimited(null, Duration.ofSeconds(40)));
        assertThat(answers).hasSize(2);
        clock.now = START.plusSeconds(60);
        assertThat(failure(auth)).isEqualTo(new Failure.RateLimited(200, Duration.ofMinutes(2)));
        clock.now = START.plusSeconds(179);
        assertThat(failure(auth)).isEqualTo(new Failure.RateLimited(null, Duration.ofSeconds(1)));
        clock.now = START.plusSeconds(180);
        assertThat(auth.fetch().value()).isEqualTo("Zoho-oauthtoken t");
    }

    @Test
    void waitsTenMinutesAtMost() {
        ZohoAuth auth = auth(() -> new ZohoJson.Token(null, null, 0, "Access Denied"));
        for (int locked = 0; locked < 8; locked++) {
            failure(auth);
            clock.now = clock.now.plus(Duration.ofMinutes(10));
        }
        assertThat(failure(auth)).isEqualTo(new Failure.RateLimited(200, Duration.ofMinutes(10)));
    }

    @ParameterizedTest
    @CsvSource({
        "us,https://accounts.zoho.com,https://www.zohoapis.com",
        "AU,https://accounts.zoho.com.au,https://www.zohoapis.com.au",
        "ca,https://accounts.zohocloud.ca,https://www.zohoapis.ca"
    })
    void knowsBothHostsOfADataCentre(String code, URI accounts, URI api) {
        assertThat(code).matches(ZohoDataCentre.PATTERN);
        assertThat(ZohoDataCentre.of(code).accounts()).isEqualTo(accounts);
        assertThat(ZohoDataCentre.of(code).api()).isEqualTo(api);
    }

    private ZohoAuth auth(Supplier<ZohoJson.Token> tokens) {
        return new ZohoAuth(tokens, new ZohoAuth.Hosts(HOME, HOME, null), clock);
    }

    private static Failure failure(ZohoAuth auth) {
        return catchThrowableOfType(IntegrationException.class, auth::fetch).failure();
    }

    private static final class MovingClock extends Clock {
        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
