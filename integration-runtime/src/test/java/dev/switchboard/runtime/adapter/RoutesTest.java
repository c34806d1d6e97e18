package dev.switchboard.runtime.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which systems serve which conversation. */
class RoutesTest {
    private static final List<String> SYSTEMS = List.of("hubspot", "intercom", "pipedrive", "servicenow", "zoho");
    private static final String LINE = "+14155550001";

    @Test
    void goesByTheLineTheChannelOrTheTenant() {
        Routes routes = Routes.parse(
                " line:+14155550001 = zoho, servicenow ;channel:whatsapp=hubspot; tenant:acme=pipedrive,intercom; ",
                SYSTEMS);

        assertThat(routes.systemsFor(on(Channel.PHONE, LINE, null))).containsExactly("zoho", "servicenow");
        assertThat(routes.systemsFor(on(Channel.WHATSAPP, "+1999", null))).containsExactly("hubspot");
        assertThat(routes.systemsFor(on(Channel.PHONE, "+1999", "acme"))).containsExactly("pipedrive", "intercom");
        assertThat(routes.systemsFor(on(Channel.PHONE, "+1999", null))).isEmpty();
    }

    @Test
    void takesTheFirstRuleThatFits() {
        Routes routes = Routes.parse("tenant:acme=zoho;line:+14155550001=hubspot", SYSTEMS);

        assertThat(routes.systemsFor(on(Channel.PHONE, LINE, "acme"))).containsExactly("zoho");
        assertThat(routes.systemsFor(on(Channel.PHONE, LINE, "other"))).containsExactly("hubspot");
    }

    @Test
    void hasNoRulesWhenNothingIsSet() {
        assertThat(Routes.parse("", SYSTEMS).systemsFor(on(Channel.PHONE, LINE, null)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zoho | a rule is line:<number>",
                "line:=zoho | a rule is line:<number>",
                "line:+1= | a rule is line:<number>",
                "number:+1=zoho | only line, channel and tenant can be asked for",
                "line:+1=zoho,slack | names slack, which is no system; there are hubspot, intercom"
            })
    void saysWhatIsWrongWithARule(String rules, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Routes.parse(rules, SYSTEMS))
                .withMessageContaining(sentence);
    }

    private static Conversation on(Channel channel, String line, @Nullable String tenant) {
        return new Conversation(new ConversationId("c1"), channel, "twilio", "+14155550100", line, null, tenant);
    }
}
