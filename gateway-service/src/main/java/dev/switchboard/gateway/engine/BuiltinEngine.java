package dev.switchboard.gateway.engine;

import dev.switchboard.events.Question;
import dev.switchboard.events.Understanding;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A small intent model, so that everything runs without any AI account. It knows a dozen intents by their words, finds order and
 * ticket numbers, and calls a person in for whatever it cannot settle. It gives the same reply to the same words.
 *
 * <p>Its notes: {@code intent} is the weightiest intent so far, {@code number} the number named last, {@code words} what the
 * customer said about that intent, {@code pending} the intent that waits for a number, {@code unclear} how often in a row
 * nothing was understood.
 */
final class BuiltinEngine implements ConversationEngine {
    private static final String ANYTHING_ELSE = "Is there anything else I can help you with?";

    @Override
    public Reply reply(Dialogue soFar, String text) {
        Map<String, String> notes = new HashMap<>(soFar.memory());
        Optional<String> number = SpokenNumber.in(text);
        number.ifPresent(found -> notes.put("number", found));
        Intent intent = intentOf(text, number, notes);
        notes.remove("pending");
        if (intent == Intent.UNKNOWN) {
            return unclear(notes);
        }
        notes.remove("unclear");
        if (Summary.weightier(intent, notes)) {
            notes.put("intent", intent.word());
            notes.put("words", text);
        }
        return switch (intent) {
            case ORDER_STATUS -> orderStatus(soFar, number, notes);
            case TICKET_STATUS ->
                Reply.saying("", notes, new Intention.Ask(new Question.TicketStatus(number.orElse(null))));
            case TELL_ME -> Reply.saying("", notes, new Intention.TellWhenSolved());
            case HOW_TO -> Reply.saying("", notes, new Intention.Ask(new Question.HowTo(text)));
            case HUMAN ->
                Reply.saying(
                        "Of course.",
                        notes,
                        new Intention.Escalate("The customer wishes to speak with a person"),
                        new Intention.Transfer());
            case COMPLAINT -> handOver("I'm sorry to hear that.", "Complaint", notes);
            case CANCEL -> handOver("I'll have a colleague cancel that for you.", "Cancellation", notes);
            case REFUND -> handOver("I'll have a colleague look at your refund.", "Refund", notes);
            case CHANGE -> handOver("I'll have a colleague change that for you.", "Change of an order", notes);
            case THANKS -> Reply.saying("You're welcome. " + ANYTHING_ELSE, notes);
            case GREETING -> Reply.saying("Hello! How can I help you?", notes);
            case GOODBYE -> Reply.saying("Thank you for getting in touch. Goodbye!", notes, new Intention.End());
            case UNKNOWN -> unclear(notes);
        };
    }

    @Override
    public Understanding understanding(Dialogue soFar) {
        return Summary.of(soFar);
    }

    /** A bare number, or a short answer with one, belongs to what was asked before. */
    private static Intent intentOf(String text, Optional<String> number, Map<String, String> notes) {
        Intent heard = Intent.of(text);
        String pending = notes.get("pending");
        if (number.isPresent() && heard == Intent.UNKNOWN) {
            return pending == null ? Intent.ORDER_STATUS : Intent.named(pending);
        }
        return heard;
    }

    private static Reply orderStatus(Dialogue soFar, Optional<String> number, Map<String, String> notes) {
        if (number.isEmpty() && soFar.customer() == null) {
            notes.put("pending", Intent.ORDER_STATUS.word());
            return Reply.saying("I'll look that up. What is your order number?", notes);
        }
        return Reply.saying("", notes, new Intention.Ask(new Question.OrderStatus(number.orElse(null))));
    }

    private static Reply handOver(String words, String reason, Map<String, String> notes) {
        String number = notes.get("number");
        return Reply.saying(
                words, notes, new Intention.Escalate(number == null ? reason : reason + ", order " + number));
    }

    private static Reply unclear(Map<String, String> notes) {
        int before = Integer.parseInt(notes.getOrDefault("unclear", "0"));
        notes.put("unclear", Integer.toString(before + 1));
        if (before > 0) {
            return Reply.saying(
                    "I'm sorry, I still don't understand.",
                    notes,
                    new Intention.Escalate("The customer could not be understood"));
        }
        return Reply.saying(
                "I'm sorry, I didn't get that. You can ask me about an order, a ticket, or how something works.",
                notes);
    }
}
