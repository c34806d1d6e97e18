package dev.switchboard.events;

import java.time.Instant;
import java.util.Map;

/** What telephony is asked to do, on {@link Topics#OUTBOUND}. The key is the conversation it belongs to. */
public sealed interface OutboundCommand extends Event {
    ConversationId conversation();

    /** What the command is for; with the conversation it makes the command unique, e.g. {@code ticket-number}. */
    String purpose();

    @Override
    default String key() {
        return conversation().value();
    }

    @Override
    default String distinction() {
        return purpose();
    }

    /** Send a text over a channel. {@code from} and {@code to} are addresses on that channel. */
    @EventType("message.send.v1")
    record SendMessage(
            ConversationId conversation, String purpose, Channel channel, String from, String to, String text)
            implements OutboundCommand {}

    /**
     * Tell a customer something they did not ask for just now.
     *
     * @param lastHeardAt when they last said something: some channels take free text only for a while after that
     */
    @EventType("customer.notify.v1")
    record NotifyCustomer(
            ConversationId conversation,
            String purpose,
            Channel channel,
            String from,
            String to,
            String text,
            Instant lastHeardAt)
            implements OutboundCommand {}

    /** Call a number and say something. */
    @EventType("call.place.v1")
    record PlaceCall(ConversationId conversation, String purpose, String from, String to, String say)
            implements OutboundCommand {}

    /** Put the live call through to a person. */
    @EventType("call.transfer.v1")
    record TransferCall(ConversationId conversation, String purpose, String provider, String callId, String to)
            implements OutboundCommand {}

    /** Attach facts to the contact at the telephony provider. */
    @EventType("contact.tag.v1")
    record TagContact(
            ConversationId conversation,
            String purpose,
            String provider,
            String contactId,
            Map<String, String> attributes)
            implements OutboundCommand {
        public TagContact {
            attributes = Map.copyOf(attributes);
        }
    }
}
