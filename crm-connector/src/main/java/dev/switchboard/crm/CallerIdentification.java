package dev.switchboard.crm;

import dev.switchboard.crm.Customers.Known;
import dev.switchboard.events.Answer;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.Started;
import dev.switchboard.events.Customer;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.CustomerContext;
import dev.switchboard.runtime.call.CallScope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells who is calling while the phone rings: the name as soon as it is known, and after it what else the CRM has. There is always
 * an answer, because somebody waits for it. What failed is not tried again later, because then nobody waits any more.
 */
final class CallerIdentification {
    /** Stands for the kind of system where none of them was asked. */
    private static final String ANY_CRM = "crm";

    private final Crms crms;
    private final RememberedCustomers remembered;
    private final Consumer<Answer> answers;
    private final CrmSettings settings;
    private final Clock clock;

    CallerIdentification(
            Crms crms, RememberedCustomers remembered, Consumer<Answer> answers, CrmSettings settings, Clock clock) {
        this.crms = crms;
        this.remembered = remembered;
        this.answers = answers;
        this.settings = settings;
        this.clock = clock;
    }

    void on(Started started) {
        Instant begun = clock.instant();
        CallScope.current()
                .until(begun.plus(settings.lookupDeadline()))
                .run(() -> identify(started.conversation(), begun));
    }

    private void identify(Conversation conversation, Instant begun) {
        Optional<PhoneNumber> phone = PhoneNumber.parse(conversation.customerAddress(), settings.defaultRegion());
        if (phone.isEmpty()) {
            answers.accept(new Answer.CustomerUnknown(conversation.id(), ANY_CRM, clock.instant()));
            return;
        }
        List<Crm> asked = crms.serving(conversation);
        Optional<Customer> met = remembered.find(phone.get(), asked);
        if (met.isPresent()) {
            answers.accept(identified(conversation, met.get(), false));
            return;
        }
        Customers customers = new Customers(asked);
        Optional<Known> known;
        try {
            known = customers.find(phone.get());
            answers.accept(known.map(caller -> named(conversation, caller.customer(null)))
                    .orElseGet(() -> newcomer(conversation, customers, phone.get())));
        } catch (IntegrationException failed) {
            answers.accept(new Answer.Failed(
                    conversation.id(),
                    ANY_CRM,
                    Answer.Failed.CUSTOMER,
                    failed.failure().code(),
                    clock.instant()));
            return;
        }
        known.ifPresent(caller -> {
            CustomerContext context = context(caller);
            Customer customer = caller.customer(context);
            answers.accept(identified(conversation, customer, false));
            if (context != null) {
                remembered.remember(phone.get(), asked, customer, begun);
            }
        });
    }

    private Answer named(Conversation conversation, Customer customer) {
        return new Answer.CustomerNamed(conversation.id(), customer.system(), customer, clock.instant());
    }

    private Answer identified(Conversation conversation, Customer customer, boolean created) {
        return new Answer.CustomerIdentified(conversation.id(), customer.system(), customer, created, clock.instant());
    }

    private static @Nullable CustomerContext context(Known known) {
        try {
            return known.crm().system().contextOf(known.contact());
        } catch (IntegrationException failed) {
            // The call log has it. A name without context is worth more than neither.
            return null;
        }
    }

    private Answer newcomer(Conversation conversation, Customers customers, PhoneNumber phone) {
        Optional<Known> made =
                settings.createUnknown() ? customers.create(phone, conversation.customerName()) : Optional.empty();
        return made.map(known -> identified(conversation, known.customer(null), true))
                .orElseGet(() -> new Answer.CustomerUnknown(conversation.id(), ANY_CRM, clock.instant()));
    }
}
