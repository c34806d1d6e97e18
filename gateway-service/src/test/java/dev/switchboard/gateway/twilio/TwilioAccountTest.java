package dev.switchboard.gateway.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.gateway.SetUps;
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
