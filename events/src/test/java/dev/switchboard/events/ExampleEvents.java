package dev.switchboard.events;

import dev.switchboard.events.Answer.ActivityLogged;
import dev.switchboard.events.Answer.Article;
import dev.switchboard.events.Answer.ArticlesFound;
import dev.switchboard.events.Answer.CustomerIdentified;
import dev.switchboard.events.Answer.CustomerUnknown;
import dev.switchboard.events.Answer.Failed;
import dev.switchboard.events.Answer.NothingFound;
import dev.switchboard.events.Answer.Order;
import dev.switchboard.events.Answer.OrdersFound;
import dev.switchboard.events.Answer.TicketFound;
import dev.switchboard.events.Answer.TicketOpened;
import dev.switchboard.events.ConversationEvent.AgentReplied;
import dev.switchboard.events.ConversationEvent.CustomerSpoke;
import dev.switchboard.events.ConversationEvent.Ended;
import dev.switchboard.events.ConversationEvent.Escalated;
import dev.switchboard.events.ConversationEvent.QuestionAsked;
import dev.switchboard.events.ConversationEvent.Started;
import dev.switchboard.events.OutboundCommand.PlaceCall;
import dev.switchboard.events.OutboundCommand.SendMessage;
import dev.switchboard.events.OutboundCommand.TagContact;
import dev.switchboard.events.OutboundCommand.TransferCall;
import dev.switchboard.events.monitoring.AlertRaised;
import dev.switchboard.events.monitoring.CallLogged;
import dev.switchboard.events.monitoring.PingRequested;
import dev.switchboard.events.monitoring.StatusReported;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** One event of every type, with everything it can carry, and again with nothing that may be left out. */
public final class ExampleEvents {
    private static final Instant AT = Instant.parse("2026-03-01T09:15:30.250Z");
    private static final ConversationId ID = new ConversationId("CA0123456789abcdef");
    private static final Conversation CONVERSATION =
            new Conversation(ID, Channel.PHONE, "twilio", "+14155550100", "+14155550000", "Sarah Lee", "acme");
    private static final Customer CUSTOMER = new Customer(
            "salesforce",
            "003A",
            "Sarah",
            "Sarah Lee",
            "sarah@example.com",
            "+14155550100",
            "Lee & Söhne",
            "gold",
            List.of(new Customer.RecentCase("0042", "Broken lamp", "open")));
    private static final Understanding UNDERSTANDING = new Understanding(
            "Asks where order 1001 is.",
            "order-status",
            Map.of("order_number", "1001"),
            Sentiment.NEGATIVE,
            true,
            List.of(
                    new Utterance(Utterance.Speaker.CUSTOMER, "Where's my \"order\"? 你好", AT),
                    new Utterance(Utterance.Speaker.AGENT, "It shipped.", AT.plusSeconds(2))));
    private static final Order ORDER = new Order(
            "1001",
            OrderState.SHIPPED,
            AT,
            AT.plusSeconds(60),
            AT.plusSeconds(86_400),
            "UPS",
            URI.create("https://example.com/track/1Z"),
            new Money(4990, Currency.getInstance("USD")),
            List.of("Lamp", "Bulb"));

    private ExampleEvents() {}

    /** Every component set. */
    public static List<Event> whole() {
        return List.of(
                new Started(CONVERSATION, AT),
                new CustomerSpoke(CONVERSATION, 1, "Hello", AT),
                new AgentReplied(CONVERSATION, 1, "Hi Sarah!", AT),
                new QuestionAsked(CONVERSATION, "q1", new Question.OrderStatus("1001"), CUSTOMER, AT),
                new Escalated(CONVERSATION, "asked for a person", UNDERSTANDING, CUSTOMER, AT),
                new Ended(
                        CONVERSATION,
                        UNDERSTANDING,
                        CUSTOMER,
                        true,
                        new TicketReference("zendesk", "12345"),
                        new TicketReference("zendesk", "12344"),
                        true,
                        Duration.ofSeconds(95),
                        AT),
                new CustomerIdentified(ID, "salesforce", CUSTOMER, true, AT),
                new Answer.CustomerNamed(ID, "salesforce", CUSTOMER, AT),
                new CustomerUnknown(ID, "crm", AT),
                new OrdersFound(ID, "shopify", "q1", List.of(ORDER), AT),
                new ArticlesFound(
                        ID,
                        "zendesk",
                        "q2",
                        List.of(new Article("Returns", "Send it.", URI.create("https://e.org/a"))),
                        AT),
                new TicketFound(ID, "zendesk", "q3", "12345", "Broken lamp", "open", AT),
                new TicketOpened(ID, "zendesk", "12345", URI.create("https://e.org/12345"), AT),
                new ActivityLogged(ID, "salesforce", "00T1", AT),
                new NothingFound(ID, "shopify", "q1", AT),
                new Failed(ID, "crm", Failed.CUSTOMER, "unavailable", AT),
                new SendMessage(ID, "ticket-number", Channel.WHATSAPP, "+14155550000", "+14155550100", "It is 12345."),
                new OutboundCommand.NotifyCustomer(
                        ID, "ticket-solved-12345", Channel.WHATSAPP, "+14155550000", "+14155550100", "Solved.", AT),
                new PlaceCall(ID, "call-back", "+14155550000", "+14155550100", "You asked us to call."),
                new TransferCall(ID, "hand-over", "twilio", "CA0123456789abcdef", "+14155550111"),
                new TagContact(ID, "tags", "genesys", "42", Map.of("segment", "gold")),
                new CallLogged(
                        AT,
                        "zendesk",
                        "/tickets/open",
                        150,
                        CallLogged.Status.ERROR,
                        "r1",
                        429,
                        "rate-limited",
                        2,
                        ID.value(),
                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                        7),
                new PingRequested("zendesk", AT),
                new StatusReported(
                        "zendesk", StatusReported.State.DEGRADED, AT, 10, 1, 480L, 2, 1, AT, List.of("latency")),
                new AlertRaised(
                        "zendesk",
                        "error-rate",
                        AlertRaised.State.RESOLVED,
                        AlertRaised.Severity.ALERT,
                        AT,
                        AT.plusSeconds(300),
                        "12 % of calls fail.",
                        "See the vendor's status page."),
                new WebhookReceived(
                        "zendesk", "ticket-12345", "d1", Map.of("content_type", "application/json"), "{}", AT),
                new Change.ContactChanged("hubspot", "501", Change.What.MERGED, "502", "e1", AT),
                new Change.TicketChanged("zendesk", "12345", "12345", "solved", "e2", AT),
                new Promise.Made("zendesk", "12345", "12345", ID, Channel.SMS, "+14155550000", "+14155550100", AT),
                new Promise.Kept("zendesk", "12345", ID, AT),
                new PositionReached("salesforce", "/data/ContactChangeEvent", "AAAAAAAAB9g=", AT),
                new Unreadable("conversation.started.v1", "The value is cut off", "eyJ9"),
                new Rehearsed("gateway", 1));
    }

    /** Every component that may be absent is absent. */
    public static List<Event> bare() {
        Conversation nameless = new Conversation(ID, Channel.WEB, "web", "", "", null);
        Customer stranger = new Customer("salesforce", "003B", null, "Unknown", null, null, null, null, List.of());
        Understanding nothing = new Understanding("", "none", Map.of(), Sentiment.NEUTRAL, false, List.of());
        Order unpaid = new Order("1002", OrderState.PENDING_PAYMENT, AT, null, null, null, null, null, List.of());
        return List.of(
                new Started(nameless, AT),
                new QuestionAsked(nameless, "q1", new Question.TicketStatus(null), null, AT),
                new Escalated(nameless, "", nothing, null, AT),
                new Ended(nameless, nothing, null, false, null, null, false, Duration.ZERO, AT),
                new CustomerIdentified(ID, "salesforce", stranger, false, AT),
                new OrdersFound(ID, "shopify", "q1", List.of(unpaid), AT),
                new Change.ContactChanged("hubspot", "501", Change.What.DELETED, null, "e1", AT),
                new Change.TicketChanged("zendesk", "12345", null, null, "e2", AT),
                new TicketOpened(ID, "zendesk", "1", null, AT),
                new CallLogged(
                        AT,
                        "zendesk",
                        CallLogged.PING,
                        3,
                        CallLogged.Status.SUCCESS,
                        "r2",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                new StatusReported("zendesk", StatusReported.State.UNKNOWN, AT, 0, 0, null, 0, 0, null, List.of()),
                new AlertRaised(
                        "zendesk", "ping", AlertRaised.State.FIRING, AlertRaised.Severity.WARNING, AT, null, "", ""));
    }
}
