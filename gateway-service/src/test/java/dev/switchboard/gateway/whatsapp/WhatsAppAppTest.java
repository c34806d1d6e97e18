package dev.switchboard.gateway.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.gateway.SetUps;
import dev.switchboard.gateway.webhook.InboundRequest;
import dev.switchboard.gateway.webhook.Refused;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhatsAppAppTest {
    @Test
    void answers404WithASentenceWhileItIsOff() {
        WhatsAppApp app = app(Map.of());
        var batch = new InboundRequest("POST", "/webhooks/whatsapp", Map.of(), new byte[0]);
        var sentence = new Refused(404, "WhatsApp is not set up here: set META_APP_SECRET and WHATSAPP_VERIFY_TOKEN.");

        assertThat(app.on()).isFalse();
        assertThat(Refused.by(() -> app.verified(batch))).isEqualTo(sentence);
        assertThat(Refused.by(() -> app.checkToken(""))).isEqualTo(sentence);
    }

    @Test
    void namesTheVariableThatIsMissing() {
        assertThat(app(Map.of("WHATSAPP_VERIFY_TOKEN", "t")).halfSet())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("META_APP_SECRET is not"));
    }

    private static WhatsAppApp app(Map<String, String> environment) {
        return new WhatsAppApp(SetUps.vendors(environment), SetUps.settings(), Clock.systemUTC());
    }
}
