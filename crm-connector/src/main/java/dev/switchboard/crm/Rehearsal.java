package dev.switchboard.crm;

import dev.switchboard.crm.Customers.Known;
import dev.switchboard.events.Answer;
import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.Started;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.Customer;
import dev.switchboard.events.EventJson;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.CustomerContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A caller who does not exist: everything of ours that identifying somebody runs, and nothing that a vendor or Kafka sees. */
final class Rehearsal {
    private static final int TIMES = 300;

    private final Crms crms;
    private final RememberedCustomers remembered;
    private final PhoneNumber caller;
    private final Clock clock;

    /** {@code remembered} learns of the caller: it is nobody else's. */
    Rehearsal(Crms crms, RememberedCustomers remembered, PhoneNumber caller, Clock clock) {
        this.crms = crms;
        this.remembered = remembered;
        this.caller = caller;
        this.clock = clock;
    }

    void run() {
        try {
            for (int time = 0; time < TIMES; time++) {
                once("rehearsal-" + time);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void once(String id) throws IOException {
        Conversation conversation =
                new Conversation(new ConversationId(id), Channel.PHONE, "rehearsal", caller.e164(), "", null);
        Started started = EventJson.read(EventJson.write(new Started(conversation, clock.instant())), Started.class);
        PhoneNumber phone = PhoneNumber.parse(started.conversation().customerAddress(), "US")
                .orElseThrow();
        List<Crm> asked = crms.serving(started.conversation());
        if (asked.isEmpty() || remembered.find(phone, asked).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        Contact contact = new Contact(id, "Nobody", "Nobody", null, phone.e164(), null);
        Known known = new Known(asked.getFirst(), contact);
        Customer customer = known.customer(new CustomerContext("Nobody's", null, null, recent()));
        told(new Answer.CustomerNamed(conversation.id(), customer.system(), customer, now));
        told(new Answer.CustomerIdentified(conversation.id(), customer.system(), customer, false, now));
        remembered.remember(phone, asked, customer, now);
        remembered.forget(customer.system(), customer.id());
    }

    private static void told(Answer answer) throws IOException {
        EventJson.read(EventJson.write(answer), answer.getClass());
    }

    private static List<CustomerContext.Item> recent() {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(number -> new CustomerContext.Item(Integer.toString(number), "Nothing", "closed"))
                .toList();
    }
}
