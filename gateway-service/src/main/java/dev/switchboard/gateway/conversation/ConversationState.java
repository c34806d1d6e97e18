package dev.switchboard.gateway.conversation;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.Customer;
import dev.switchboard.events.TicketReference;
import dev.switchboard.events.Utterance;
import dev.switchboard.gateway.engine.Dialogue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All there is to know about a conversation that goes on. Immutable: a change makes a new one, so any store can hold it.
 *
 * @param lastAt when something was said last
 * @param turns how many turns the customer had
 * @param customer who it is; null while unknown
 * @param openQuestion the question that a company system has not answered; null when there is none
 * @param memory the engine's own notes
 */
public record ConversationState(
        Conversation conversation,
        Instant startedAt,
        Instant lastAt,
        int turns,
        List<Utterance> transcript,
        @Nullable Customer customer,
        @Nullable String openQuestion,
        KnownTickets tickets,
        Map<String, String> memory) {

    public ConversationState {
        transcript = List.copyOf(transcript);
        memory = Map.copyOf(memory);
    }

    public static ConversationState begun(Conversation conversation, Instant at) {
        return new ConversationState(conversation, at, at, 0, List.of(), null, null, KnownTickets.NONE, Map.of());
    }

    /** What the engine gets to see. */
    public Dialogue dialogue() {
        return new Dialogue(conversation, customer, transcript, memory, escalated(), openQuestion != null);
    }

    boolean escalated() {
        return tickets.escalated();
    }

    /** The customer said something in the turn with this number. */
    ConversationState heard(int turn, String text, Instant at) {
        return said(Utterance.Speaker.CUSTOMER, text, at).with(Math.max(turns, turn), customer, openQuestion);
    }

    ConversationState replied(String text, Instant at) {
        return said(Utterance.Speaker.AGENT, text, at);
    }

    ConversationState asked(String questionId) {
        return with(turns, customer, questionId);
    }

    ConversationState remembering(Map<String, String> notes) {
        return new ConversationState(
                conversation, startedAt, lastAt, turns, transcript, customer, openQuestion, tickets, notes);
    }

    ConversationState afterEscalation() {
        return with(tickets.afterEscalation());
    }

    ConversationState told(TicketReference ticket) {
        return with(tickets.told(ticket));
    }

    ConversationState toldWhenSolved() {
        return with(tickets.toldWhenSolved());
    }

    /** A company system answered, in time or late. The first CRM that knows the customer wins. */
    public ConversationState learned(Answer answer) {
        return switch (answer) {
            case Answer.CustomerNamed named -> customer == null ? with(turns, named.customer(), openQuestion) : this;
            case Answer.CustomerIdentified known ->
                is(known.customer()) ? with(turns, known.customer(), openQuestion) : this;
            case Answer.TicketOpened opened -> with(tickets.opened(opened));
            case Answer.OrdersFound found -> answered(found.questionId());
            case Answer.ArticlesFound found -> answered(found.questionId());
            case Answer.TicketFound found -> answered(found.questionId()).with(tickets.asked(found));
            case Answer.CustomerUnknown unknown -> this;
            case Answer.ActivityLogged logged -> this;
            case Answer.NothingFound nothing -> this;
            case Answer.Failed failed -> this;
        };
    }

    /** Whether nobody else was told to be the customer. */
    private boolean is(Customer who) {
        return customer == null
                || (customer.system().equals(who.system()) && customer.id().equals(who.id()));
    }

    private ConversationState answered(String questionId) {
        return questionId.equals(openQuestion) ? with(turns, customer, null) : this;
    }

    private ConversationState said(Utterance.Speaker speaker, String text, Instant at) {
        List<Utterance> longer = Stream.concat(transcript.stream(), Stream.of(new Utterance(speaker, text, at)))
                .toList();
        return new ConversationState(
                conversation, startedAt, at, turns, longer, customer, openQuestion, tickets, memory);
    }

    private ConversationState with(int turn, @Nullable Customer who, @Nullable String question) {
        return new ConversationState(conversation, startedAt, lastAt, turn, transcript, who, question, tickets, memory);
    }

    private ConversationState with(KnownTickets known) {
        return new ConversationState(
                conversation, startedAt, lastAt, turns, transcript, customer, openQuestion, known, memory);
    }
}
