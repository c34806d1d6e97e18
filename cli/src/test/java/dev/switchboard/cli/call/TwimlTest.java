package dev.switchboard.cli.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TwimlTest {
    @Test
    void findsWhatIsSaidAndWhereToGoNext() {
        var answer = Twiml.parse("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Response><Say>Hi Sarah!</Say>
                  <Gather input="speech" action="/process-speech?t=1&amp;x=2"><Say>How can
                  I help?</Say></Gather>
                  <Redirect method="POST">/process-speech?timeout=1</Redirect></Response>""");

        assertThat(answer.said()).containsExactly("Hi Sarah!", "How can I help?");
        assertThat(answer.gatherAction()).isEqualTo("/process-speech?t=1&x=2");
        assertThat(answer.redirect()).isEqualTo("/process-speech?timeout=1");
    }

    @Test
    void hasNowhereToGoAfterAHangup() {
        var answer = Twiml.parse("<Response><Say>Bye</Say><Hangup/></Response>");

        assertThat(answer.gatherAction()).isNull();
        assertThat(answer.redirect()).isNull();
    }

    @Test
    void refusesWhatIsNotTwiml() {
        assertThatThrownBy(() -> Twiml.parse("{\"error\":1}")).isInstanceOf(CallFailed.class);
        assertThatThrownBy(() -> Twiml.parse("<html/>"))
                .isInstanceOf(CallFailed.class)
                .hasMessageContaining("<html>");
        assertThatThrownBy(() -> Twiml.parse("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><Response/>"))
                .isInstanceOf(CallFailed.class);
    }
}
