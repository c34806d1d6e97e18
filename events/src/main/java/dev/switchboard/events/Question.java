package dev.switchboard.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What a customer can ask that a company system has to answer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Question.OrderStatus.class, name = "order-status"),
    @JsonSubTypes.Type(value = Question.TicketStatus.class, name = "ticket-status"),
    @JsonSubTypes.Type(value = Question.HowTo.class, name = "how-to"),
})
public sealed interface Question {
    /** Where is my order? Without a number it is about the customer's latest one. */
    record OrderStatus(@Nullable String orderNumber) implements Question {}

    /** What became of my ticket? Without a number it is about the customer's latest one. */
    record TicketStatus(@Nullable String ticketNumber) implements Question {}

    /** How do I ...? Answered from the knowledge base. */
    record HowTo(String words) implements Question {}
}
