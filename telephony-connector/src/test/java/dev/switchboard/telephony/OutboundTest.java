package dev.switchboard.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.events.Channel;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.Event;
import dev.switchboard.events.EventId;
import dev.switchboard.events.OutboundCommand.NotifyCustomer;
import dev.switchboard.events.OutboundCommand.PlaceCall;
import dev.switchboard.events.OutboundCommand.SendMessage;
import dev.switchboard.events.OutboundCommand.TagContact;
import dev.switchboard.events.OutboundCommand.TransferCall;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.WebhookReader;
import dev.switchboard.integration.card.IntegrationCards;
import dev.switchboard.integration.port.SendText;
import dev.switchboard.runtime.adapter.ConnectedSystem;
import dev.switchboard.runtime.messaging.Delivery;
import dev.switchboard.runtime.messaging.UnworkableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutboundTest {
    private static final ConversationId CONVERSATION = new ConversationId("CA42");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final TelephonySettings.Template TEMPLATE = new TelephonySettings.Template() {
        @Override
        public String name() {
            return "ticket_news";
        }

        @Override
        public String language() {
            return "en_US";
        }
    };
    private static final String LINE = "+14155550000";
    private static final String SARAH = "+14155550100";
    private static final TransferCall TRANSFER =
            new TransferCall(CONVERSATION, "transfer", "twilio", "CA42", "+14155550123");

    private final FakePhones phones = new FakePhones();
    private final FakeChat chat = new FakeChat();
    private final List<ConnectedSystem> connected = new ArrayList<>();
    private final Outbound outbound = outbound(Map.of());

    @Test
    void sendsATextOverTheTelephonySystem() {
        connect("twilio", phones);
        connect("whatsapp", chat);
        carryOut(message(Channel.SMS));
        IdempotencyKey key = new IdempotencyKey(EventId.of("send", "CA42", "ticket-number"));
        assertThat(phones.done).containsExactly(new SendText(key, LINE, SARAH, "Your ticket number is 12345"));
        assertThat(chat.sent).isEmpty();
    }

    @Test
    void answersAChatOnItsOwnChannel() {
        connect("twilio", phones);
        connect("whatsapp", chat);
        carryOut(message(Channel.WHATSAPP));
        assertThat(chat.sent).hasSize(1);
        assertThat(phones.done).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"WHATSAPP, PT23H, text", "WHATSAPP, PT24H, template", "WHATSAPP, P9D, template", "SMS, P9D, text"})
    void tellsACustomerByTemplateWhenTheChannelTakesNoFreeTextAnyMore(Channel channel, Duration ago, String by) {
        connect("twilio", phones);
        connect("whatsapp", chat);

        outbound(Map.of("whatsapp", TEMPLATE))
                .on(notice(channel, ago), new Delivery("outbound", 1, false, Duration.ZERO));

        if (by.equals("template")) {
            assertThat(chat.templates).singleElement().satisfies(sent -> {
                assertThat(sent.template()).isEqualTo("ticket_news");
                assertThat(sent.language()).isEqualTo("en_US");
                assertThat(sent.parameters()).containsExactly("Your ticket 12345 was solved.");
            });
        } else {
            assertThat(chat.templates).isEmpty();
            assertThat(chat.sent.size() + phones.done.size()).isEqualTo(1);
        }
    }

    @Test
    void saysWhichTemplateIsMissing() {
        connect("whatsapp", chat);
        assertThatThrownBy(() -> carryOut(notice(Channel.WHATSAPP, Duration.ofDays(9))))
                .isInstanceOf(UnworkableException.class)
                .hasMessageEndingWith("set switchboard.telephony.templates.whatsapp.name");
        assertThat(chat.sent).isEmpty();
    }

    @Test
    void namesTheVariablesThatTurnTheChannelOn() {
        assertThatThrownBy(() -> carryOut(message(Channel.WHATSAPP)))
                .isInstanceOf(UnworkableException.class)
                .hasMessageStartingWith("The system whatsapp is not on: set ")
                .hasMessageContaining("WHATSAPP_ACCESS_TOKEN, WHATSAPP_PHONE_NUMBER_ID")
                .hasMessageEndingWith(" for WhatsApp Business");
        assertThatThrownBy(() -> carryOut(message(Channel.SMS)))
                .isInstanceOf(UnworkableException.class)
                .hasMessageMatching(
                        "No telephony system is on: set TWILIO_ACCOUNT_SID, .*TWILIO_API_SECRET for Twilio.*");
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"PHONE", "WEB"})
    void refusesToWriteOverAChannelThatCarriesNoMessages(Channel channel) {
        connect("twilio", phones);
        assertThatThrownBy(() -> carryOut(message(channel))).isInstanceOf(UnworkableException.class);
    }

    @Test
    void placesACall() {
        connect("twilio", phones);
        carryOut(new PlaceCall(CONVERSATION, "call-back", LINE, SARAH, "Your order has shipped"));
        assertThat(phones.done)
                .containsExactly(new dev.switchboard.integration.port.PlaceCall(
                        new IdempotencyKey(EventId.of("call", "CA42", "call-back")),
                        new PhoneNumber(LINE),
                        new PhoneNumber(SARAH),
                        "Your order has shipped"));
    }

    @Test
    void refusesToCallWhatIsNoNumber() {
        connect("twilio", phones);
        assertThatThrownBy(() -> carryOut(new PlaceCall(CONVERSATION, "call-back", LINE, "anonymous", "Hello")))
                .isInstanceOf(UnworkableException.class)
                .hasMessageContaining("field to")
                .hasMessageNotContaining("anonymous");
    }

    @Test
    void putsACallThroughAtItsProvider() {
        connect("twilio", phones);
        carryOut(TRANSFER);
        assertThat(phones.done).containsExactly("CA42 to +14155550123");
    }

    @Test
    void dropsATransferWhenTheCallerHasHungUp() {
        connect("twilio", phones);
        phones.failing = new IntegrationException("twilio", "/calls/transfer", new Failure.NotFound(400));
        assertThatCode(() -> carryOut(TRANSFER)).doesNotThrowAnyException();
    }

    @Test
    void letsTheRuntimeDecideAboutEveryOtherFailure() {
        connect("twilio", phones);
        phones.failing = new IntegrationException("twilio", "/calls/transfer", new Failure.RateLimited(429, null));
        assertThatThrownBy(() -> carryOut(TRANSFER)).isSameAs(phones.failing);
    }

    @Test
    void refusesToTagWhereNobodyOffersIt() {
        connect("twilio", phones);
        assertThatThrownBy(() ->
                        carryOut(new TagContact(CONVERSATION, "tag", "twilio", "C1", Map.of("intent", "order-status"))))
                .isInstanceOf(UnworkableException.class)
                .hasMessage("Tagging contacts is not offered by twilio");
    }

    @Test
    void doesNotCarryOutYesterdaysCommands() {
        connect("twilio", phones);
        Delivery old = new Delivery("outbound", 1, true, Duration.ofHours(25));
        assertThatThrownBy(() -> outbound.on(message(Channel.SMS), old))
                .isInstanceOf(UnworkableException.class)
                .hasMessageContaining("switchboard.telephony.expiry");
        assertThat(phones.done).isEmpty();
    }

    private Outbound outbound(Map<String, TelephonySettings.Template> templates) {
        return new Outbound(
                new Senders(() -> connected, IntegrationCards.load()),
                new Notices(templates, Clock.fixed(NOW, ZoneOffset.UTC)),
                Duration.ofDays(1));
    }

    private static NotifyCustomer notice(Channel channel, Duration ago) {
        return new NotifyCustomer(
                CONVERSATION,
                "ticket-solved-12345",
                channel,
                LINE,
                SARAH,
                "Your ticket 12345 was solved.",
                NOW.minus(ago));
    }

    private void connect(String id, IntegratedSystem system) {
        connected.add(new ConnectedSystem(id, IntegrationCards.named(id).orElseThrow(), WebhookReader.NONE, system));
    }

    private void carryOut(Event command) {
        outbound.on(command, new Delivery("outbound", 1, false, Duration.ofSeconds(1)));
    }

    private static SendMessage message(Channel channel) {
        return new SendMessage(CONVERSATION, "ticket-number", channel, LINE, SARAH, "Your ticket number is 12345");
    }
}
