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
 * Tells who is calling while the phone rings. Exactly one answer, and always one: somebody waits for it. What failed is not tried
 * again later, because then nobody waits any more.
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
                .run(() -> answers.accept(answer(started.conversation(), begun)));
    }

    private Answer answer(Conversation conversation, Instant begun) {
        Optional<PhoneNumber> phone = PhoneNumber.parse(conversation.customerAddress(), settings.defaultRegion());
        if (phone.isEmpty()) {
            return new Answer.CustomerUnknown(conversation.id(), ANY_CRM, clock.instant());
        }
        List<Crm> asked = crms.serving(conversation);
        Optional<Customer> met = remembered.find(phone.get(), asked);
        if (met.isPresent()) {
            return identified(conversation, met.get());
        }
        Customers customers = new Customers(asked);
        try {
            Optional<Known> known = customers.find(phone.get());
            if (known.isEmpty()) {
                return newcomer(conversation, customers, phone.get());
            }
            CustomerContext context = context(known.get(), begun);
            Customer customer = known.get().customer(context);
            if (context != null) {
                remembered.remember(phone.get(), asked, customer, begun);
            }
            return identified(conversation, customer);
        } catch (IntegrationException failed) {
            return new Answer.Failed(
                    conversation.id(),
                    ANY_CRM,
                    Answer.Failed.CUSTOMER,
                    failed.failure().code(),
                    clock.instant());
        }
    }

    private Answer identified(Conversation conversation, Customer customer) {
        return new Answer.CustomerIdentified(conversation.id(), customer.system(), customer, false, clock.instant());
    }

    /** Within what is left of the greeting's time; when that is gone already, nothing is lost by taking the lookup's. */
    private @Nullable CustomerContext context(Known known, Instant begun) {
        Instant greeting = begun.plus(settings.greetingBudget());
        Instant until = clock.instant().isBefore(greeting) ? greeting : begun.plus(settings.lookupDeadline());
        try {
            return CallScope.current()
                    .until(until)
                    .get(() -> known.crm().system().contextOf(known.contact()));
        } catch (IntegrationException failed) {
            // The call log has it. A name without context is worth more than neither.
            return null;
        }
    }

    private Answer newcomer(Conversation conversation, Customers customers, PhoneNumber phone) {
        Optional<Known> made =
                settings.createUnknown() ? customers.create(phone, conversation.customerName()) : Optional.empty();
        return made.<Answer>map(known -> new Answer.CustomerIdentified(
                        conversation.id(), known.crm().id(), known.customer(null), true, clock.instant()))
                .orElseGet(() -> new Answer.CustomerUnknown(conversation.id(), ANY_CRM, clock.instant()));
    }
}
