package dev.switchboard.crm;

import dev.switchboard.events.Customer;
import dev.switchboard.events.Customer.RecentCase;
import dev.switchboard.events.EventId;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.CreateContact;
import dev.switchboard.integration.port.CustomerContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The company's customers, over the CRMs that serve a conversation. */
final class Customers {
    private static final String SOURCE = "AI Call";

    private final List<Crm> crms;

    /** {@code crms} are asked in their order; the first is where new contacts go. */
    Customers(List<Crm> crms) {
        this.crms = List.copyOf(crms);
    }

    /**
     * The contact in the first CRM that knows the number; empty when none does.
     *
     * @throws IntegrationException when a CRM could not be asked and none of the others knows the number
     */
    Optional<Known> find(PhoneNumber phone) {
        @Nullable IntegrationException notAsked = null;
        for (Crm crm : crms) {
            try {
                Optional<Contact> contact =
                        crm.system().findByPhone(phone).stream().findFirst();
                if (contact.isPresent()) {
                    return Optional.of(new Known(crm, contact.get()));
                }
            } catch (IntegrationException failed) {
                notAsked = notAsked == null ? failed : notAsked;
            }
        }
        if (notAsked != null) {
            throw notAsked;
        }
        return Optional.empty();
    }

    /**
     * Makes a contact in the first CRM; empty when no CRM is on. The key is the number's: two calls at once from somebody new make
     * one contact, and so does an attempt after one whose answer was lost.
     */
    Optional<Known> create(PhoneNumber phone, @Nullable String name) {
        IdempotencyKey key = new IdempotencyKey(EventId.of("contact", phone.e164()));
        CreateContact command = new CreateContact(key, name, phone, null, SOURCE);
        return crms.stream().findFirst().map(crm -> new Known(crm, crm.system().createContact(command)));
    }

    /** The contact an earlier attempt to create one for the number made, though it cannot be found by the number yet. */
    Optional<Known> created(PhoneNumber phone) {
        IdempotencyKey key = new IdempotencyKey(EventId.of("contact", phone.e164()));
        CreateContact command = new CreateContact(key, null, phone, null, SOURCE);
        return crms.stream()
                .findFirst()
                .flatMap(crm -> crm.system().createdContact(command).map(contact -> new Known(crm, contact)));
    }

    /** A contact and the CRM that has it. */
    record Known(Crm crm, Contact contact) {
        /** In the words of events; {@code context} is null when the CRM did not tell it. */
        Customer customer(@Nullable CustomerContext context) {
            return new Customer(
                    crm.id(),
                    contact.id(),
                    contact.firstName(),
                    contact.name(),
                    contact.email(),
                    contact.phone(),
                    context == null ? null : context.company(),
                    context == null ? null : context.segment(),
                    context == null ? List.of() : recentCases(context));
        }

        private static List<RecentCase> recentCases(CustomerContext context) {
            return context.recent().stream()
                    .map(item -> new RecentCase(item.number(), item.subject(), item.status()))
                    .toList();
        }
    }
}
