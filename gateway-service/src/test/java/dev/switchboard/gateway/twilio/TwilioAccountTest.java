package dev.switchboard.gateway.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.gateway.SetUps;
import dev.switchboard.gateway.webhook.InboundRequest;
import dev.switchboard.gateway.webhook.Refused;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwilioAccountTest {
    @Test
    void isOffWithoutAnyOfItsVariables() {
        TwilioAccount account = account(Map.of());

        assertThat(account.on()).isFalse();
        assertThat(account.halfSet()).isEmpty();
    }

    @Test
    void answers404WithASentenceWhileItIsOff() {
        var request = new InboundRequest("POST", "/incoming-call", Map.of(), new byte[0]);

        Refused refused = Refused.by(() -> account(Map.of()).verified(request));

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.sentence())
                .isEqualTo("Twilio is not set up here: set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.");
    }

    @Test
    void isOnWithAccountAndToken() {
        assertThat(account(Map.of("TWILIO_ACCOUNT_SID", "AC1", "TWILIO_AUTH_TOKEN", "t"))
                        .on())
                .isTrue();
    }

    @Test
    void namesTheVariableThatIsMissing() {
        assertThat(account(Map.of("TWILIO_ACCOUNT_SID", "AC1", "TWILIO_AUTH_TOKEN", " "))
                        .halfSet())
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("TWILIO_AUTH_TOKEN is not")
                        .endsWith("."));
        assertThat(account(Map.of("TWILIO_FROM_NUMBER", "+14155550000")).halfSet())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("TWILIO_ACCOUNT_SID is not"));
    }

    private static TwilioAccount account(Map<String, String> environment) {
        return new TwilioAccount(SetUps.vendors(environment), SetUps.settings());
    }
}
