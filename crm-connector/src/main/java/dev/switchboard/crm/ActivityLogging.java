package dev.switchboard.crm;

import dev.switchboard.crm.Customers.Known;
import dev.switchboard.events.Answer;
import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.Ended;
import dev.switchboard.events.Customer;
import dev.switchboard.events.EventId;
import dev.switchboard.events.Promise;
import dev.switchboard.events.TicketReference;
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
    private final Crms crms;
    private final Consumer<Answer> answers;
    private final Consumer<Promise> promises;
    private final CrmSettings settings;
    private final Clock clock;

    ActivityLogging(
            Crms crms, Consumer<Answer> answers, Consumer<Promise> promises, CrmSettings settings, Clock clock) {
        this.crms = crms;
        this.answers = answers;
        this.promises = promises;
        this.settings = settings;
        this.clock = clock;
    }

    void on(Ended ended) {
        customer(ended).ifPresent(known -> log(ended, known));
    }

    private void log(Ended ended, Known known) {
        Conversation conversation = ended.conversation();
        TicketReference ticket = ended.toldTicket() == null ? openedCase(ended, known) : ended.toldTicket();
        Activity activity = known.crm()
                .system()
                .logActivity(ConversationRecord.activity(
                        key("activity", conversation), ended, known.contact().id(), ticket));
        answers.accept(new Answer.ActivityLogged(conversation.id(), known.crm().id(), activity.id(), clock.instant()));
    }

    private @Nullable TicketReference openedCase(Ended ended, Known known) {
        if (!settings.openCases()
                || ended.understanding().resolved()
                || !(known.crm().system() instanceof CaseDesk desk)) {
            return null;
        }
        Conversation conversation = ended.conversation();
        Ticket opened = desk.openCase(ConversationRecord.openCase(key("case", conversation), ended, known.contact()));
        answers.accept(new Answer.TicketOpened(
                conversation.id(), known.crm().id(), opened.number(), opened.url(), clock.instant()));
        if (ended.tellWhenSolved() && !conversation.customerAddress().isBlank()) {
            promises.accept(promise(conversation, known.crm().id(), opened));
        }
        return new TicketReference(known.crm().id(), opened.number());
    }

    private Promise promise(Conversation conversation, String crm, Ticket opened) {
        return new Promise.Made(
                crm,
                opened.id(),
                opened.number(),
                conversation.id(),
                conversation.channel().spoken() ? Channel.SMS : conversation.channel(),
                conversation.lineAddress(),
                conversation.customerAddress(),
                clock.instant());
    }

    /** Who the event says it was; else by number, as at the start, should that have failed. Empty when nobody can tell. */
    private Optional<Known> customer(Ended ended) {
        Customer told = ended.customer();
        Optional<Known> known =
                told == null ? Optional.empty() : crms.named(told.system()).map(crm -> new Known(crm, contact(told)));
        return known.or(() -> PhoneNumber.parse(ended.conversation().customerAddress(), settings.defaultRegion())
                .flatMap(phone -> findOrCreate(ended.conversation(), phone)));
    }

    private Optional<Known> findOrCreate(Conversation conversation, PhoneNumber phone) {
        Customers customers = new Customers(crms.serving(conversation));
        Optional<Known> known = customers.find(phone);
        if (known.isPresent() || !settings.createUnknown()) {
            return known;
        }
        return customers.created(phone).or(() -> customers.create(phone, conversation.customerName()));
    }

    private static Contact contact(Customer told) {
        return new Contact(told.id(), told.firstName(), told.name(), told.email(), told.phone(), null);
    }

    private static IdempotencyKey key(String what, Conversation conversation) {
        return new IdempotencyKey(EventId.of(what, conversation.id().value()));
    }
}
