package dev.switchboard.telephony;

import dev.switchboard.events.Event;
import dev.switchboard.events.EventId;
import dev.switchboard.events.OutboundCommand;
import dev.switchboard.events.OutboundCommand.NotifyCustomer;
import dev.switchboard.events.OutboundCommand.PlaceCall;
import dev.switchboard.events.OutboundCommand.SendMessage;
import dev.switchboard.events.OutboundCommand.TagContact;
import dev.switchboard.events.OutboundCommand.TransferCall;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.SendText;
import dev.switchboard.runtime.messaging.Delivery;
import dev.switchboard.runtime.messaging.EventWork;
import dev.switchboard.runtime.messaging.UnworkableException;
import java.time.Duration;

/** Carries the commands out. What can never work is refused with a sentence; what no longer matters is dropped. */
final class Outbound implements EventWork {
    private final Senders senders;
    private final Notices notices;
    private final Duration expiry;

    Outbound(Senders senders, Notices notices, Duration expiry) {
        this.senders = senders;
        this.notices = notices;
        this.expiry = expiry;
    }

    @Override
    public void on(Event event, Delivery delivery) {
        if (!(event instanceof OutboundCommand command)) {
            return;
        }
        if (delivery.age().compareTo(expiry) > 0) {
            throw new UnworkableException("The command is older than " + expiry
                    + " and not carried out any more; switchboard.telephony.expiry sets another age");
        }
        switch (command) {
            case SendMessage message -> send(message);
            case NotifyCustomer notice -> notices.send(notice, key("send", notice), senders.over(notice.channel()));
            case PlaceCall call -> place(call);
            case TransferCall transfer -> transfer(transfer);
            case TagContact tag ->
                throw new UnworkableException("Tagging contacts is not offered by " + tag.provider());
        }
    }

    private void send(SendMessage message) {
        senders.over(message.channel())
                .sendText(new SendText(key("send", message), message.from(), message.to(), message.text()));
    }

    private void place(PlaceCall call) {
        senders.caller()
                .placeCall(new dev.switchboard.integration.port.PlaceCall(
                        key("call", call), number("from", call.from()), number("to", call.to()), call.say()));
    }

    private void transfer(TransferCall transfer) {
        number("to", transfer.to());
        try {
            senders.carrying(transfer.provider()).transferCall(transfer.callId(), transfer.to());
        } catch (IntegrationException failed) {
            if (!(failed.failure() instanceof Failure.NotFound)) {
                throw failed;
            }
            // The caller hung up first: there is nobody left to put through, and nothing to mend.
        }
    }

    /** The same for the same command, however often it comes. */
    private static IdempotencyKey key(String what, OutboundCommand command) {
        return new IdempotencyKey(EventId.of(what, command.conversation().value(), command.purpose()));
    }

    private static PhoneNumber number(String field, String written) {
        try {
            return new PhoneNumber(written);
        } catch (IllegalArgumentException notOne) {
            throw new UnworkableException("The command's field " + field + " is not a phone number in E.164");
        }
    }
}
