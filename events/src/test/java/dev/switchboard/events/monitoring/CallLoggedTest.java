package dev.switchboard.events.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.EventJson;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallLoggedTest {
    private static final Instant AT = Instant.parse("2024-01-15T10:30:00Z");

    @Test
    void isExactlyTheSixFieldsWhenThereIsNoMoreToTell() {
        CallLogged call = new CallLogged(
                AT,
                "salesforce",
                "/contacts/lookup",
                150,
                CallLogged.Status.SUCCESS,
                "abc123",
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(new String(EventJson.write(call), UTF_8))
                .isEqualTo("{\"timestamp\":\"2024-01-15T10:30:00Z\",\"integration\":\"salesforce\","
                        + "\"endpoint\":\"/contacts/lookup\",\"duration_ms\":150,\"status\":\"success\","
                        + "\"request_id\":\"abc123\"}");
    }

    @Test
    void tellsTheRestAfterThem() {
        CallLogged call = new CallLogged(
                AT,
                "zendesk",
                "/tickets/open",
                9,
                CallLogged.Status.ERROR,
                "r",
                429,
                "rate-limited",
                2,
                "CA1",
                "00-a-b-01",
                7);

        assertThat(new String(EventJson.write(call), UTF_8))
                .isEqualTo("{\"timestamp\":\"2024-01-15T10:30:00Z\",\"integration\":\"zendesk\","
                        + "\"endpoint\":\"/tickets/open\",\"duration_ms\":9,\"status\":\"error\",\"request_id\":\"r\","
                        + "\"http_status\":429,\"failure\":\"rate-limited\",\"attempt\":2,"
                        + "\"conversation_id\":\"CA1\",\"traceparent\":\"00-a-b-01\",\"quota_left\":7}");
    }

    @Test
    void isKeyedByItsIntegration() {
        CallLogged call = new CallLogged(
                AT, "zendesk", CallLogged.PING, 9, CallLogged.Status.SUCCESS, "r", null, null, null, "CA1", null, null);

        assertThat(call.key()).isEqualTo("zendesk");
    }
}
