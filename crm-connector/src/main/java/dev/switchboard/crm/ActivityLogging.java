package dev.switchboard.crm;

import dev.switchboard.crm.Customers.Known;
import dev.switchboard.events.Answer;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.Ended;
import dev.switchboard.events.Customer;
import dev.switchboard.events.EventId;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.Activity;
import dev.switchboard.integration.port.CaseDesk;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.Ticket;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts an ended conversation on the customer's record. A failure is thrown: the event comes again, and its keys see to it that
 * nothing is written twice.
 */
final class ActivityLogging {
    private final Customers customers;
    private final Consumer<Answer> answers;
    private final CrmSettings settings;
    private final Clock clock;

    ActivityLogging(Customers customers, Consumer<Answer> answers, CrmSettings settings, Clock clock) {
        this.customers = customers;
        this.answers = answers;
        this.settings = settings;
        this.clock = clock;
    }

    void on(Ended ended) {
        customer(ended).ifPresent(known -> log(ended, known));
    }

    private void log(Ended ended, Known known) {
        Conversation conversation = ended.conversation();
        String ticket = ended.toldTicket() == null ? caseNumber(ended, known) : ended.toldTicket();
        Activity activity = known.crm()
                .system()
                .logActivity(ConversationRecord.activity(
                        key("activity", conversation), ended, known.contact().id(), ticket));
        answers.accept(new Answer.ActivityLogged(conversation.id(), known.crm().id(), activity.id(), clock.instant()));
    }

    private @Nullable String caseNumber(Ended ended, Known known) {
        if (!settings.openCases()
                || ended.understanding().resolved()
                || !(known.crm().system() instanceof CaseDesk desk)) {
            return null;
        }
        Conversation conversation = ended.conversation();
        Ticket opened = desk.openCase(ConversationRecord.openCase(key("case", conversation), ended, known.contact()));
        answers.accept(new Answer.TicketOpened(
                conversation.id(), known.crm().id(), opened.number(), opened.url(), clock.instant()));
        return opened.number();
    }

    /** Who the event says it was; else by number, as at the start, should that have failed. Empty when nobody can tell. */
    private Optional<Known> customer(Ended ended) {
        Customer told = ended.customer();
        Optional<Known> known = told == null
                ? Optional.empty()
                : customers.named(told.system()).map(crm -> new Known(crm, contact(told)));
        return known.or(() -> PhoneNumber.parse(ended.conversation().customerAddress(), settings.defaultRegion())
                .flatMap(phone -> findOrCreate(phone, ended.conversation().customerName())));
    }

    private Optional<Known> findOrCreate(PhoneNumber phone, @Nullable String name) {
        Optional<Known> known = customers.find(phone);
        if (known.isPresent() || !settings.createUnknown()) {
            return known;
        }
        return customers.created(phone).or(() -> customers.create(phone, name));
    }

    private static Contact contact(Customer told) {
        return new Contact(told.id(), told.firstName(), told.name(), told.email(), told.phone(), null);
    }

    private static IdempotencyKey key(String what, Conversation conversation) {
        return new IdempotencyKey(EventId.of(what, conversation.id().value()));
    }
}
