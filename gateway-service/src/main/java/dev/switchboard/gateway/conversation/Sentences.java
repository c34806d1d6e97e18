package dev.switchboard.gateway.conversation;

import dev.switchboard.events.Answer;
import dev.switchboard.events.OrderState;
import dev.switchboard.events.Question;
import dev.switchboard.gateway.GatewaySettings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers of company systems in words to be heard. Money is read only to those who ask for it. */
@Singleton
final class Sentences {
    private static final Pattern ASKS_FOR_MONEY =
            Pattern.compile("\\b(how much|cost|costs|price|total|amount|pay|paid)\\b", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");
    private static final int SPOKEN = 300;

    private final Clock clock;

    Sentences(Clock clock, GatewaySettings settings) {
        this.clock = clock.withZone(settings.zone());
    }

    /** The answer to what the customer said; for a question that nobody answered see {@link #unanswered}. */
    String of(Answer answer, Question question, String customerWords) {
        return switch (answer) {
            case Answer.OrdersFound found -> orders(found, customerWords);
            case Answer.ArticlesFound found ->
                shortened(found.articles().getFirst().text());
            case Answer.TicketFound found ->
                "Your ticket " + found.number() + ", " + found.subject() + ", is " + found.status() + ".";
            case Answer.NothingFound nothing -> nothing(question);
            case Answer.Failed failed -> unanswered(question);
            case Answer.CustomerIdentified other -> unanswered(question);
            case Answer.CustomerNamed other -> unanswered(question);
            case Answer.CustomerUnknown other -> unanswered(question);
            case Answer.TicketOpened other -> unanswered(question);
            case Answer.ActivityLogged other -> unanswered(question);
        };
    }

    /** What to say when no system answered in time. */
    String unanswered(Question question) {
        return switch (question) {
            case Question.OrderStatus order -> "I'm sorry, I can't see our orders right now.";
            case Question.TicketStatus ticket -> "I'm sorry, I can't see our tickets right now.";
            case Question.HowTo how -> "I'm sorry, I can't look that up right now.";
        };
    }

    private static String nothing(Question question) {
        return switch (question) {
            case Question.OrderStatus order
            when order.orderNumber() != null ->
                "I can't find an order " + order.orderNumber() + " of yours. Could you check the number?";
            case Question.OrderStatus order -> "I can't find an order of yours. What is the order number?";
            case Question.TicketStatus ticket
            when ticket.ticketNumber() != null ->
                "I can't find a ticket " + ticket.ticketNumber() + " of yours. Could you check the number?";
            case Question.TicketStatus ticket -> "I can't find a ticket of yours. What is the ticket number?";
            case Question.HowTo how -> "I have nothing written about that.";
        };
    }

    private String orders(Answer.OrdersFound found, String customerWords) {
        Answer.Order order = found.orders().getFirst();
        StringBuilder words =
                new StringBuilder("Your order ").append(order.number()).append(' ');
        words.append(state(order)).append('.');
        Instant expected = order.estimatedDelivery();
        if (expected != null && onTheWay(order.state()) && !passed(expected)) {
            words.append(" It should arrive ").append(day(expected)).append('.');
        }
        if (order.total() != null && ASKS_FOR_MONEY.matcher(customerWords).find()) {
            words.append(" The total is ")
                    .append(order.total().amount().toPlainString())
                    .append(' ')
                    .append(order.total().currency().getDisplayName(Locale.ENGLISH))
                    .append('.');
        }
        return words.toString();
    }

    private String state(Answer.Order order) {
        return switch (order.state()) {
            case PENDING_PAYMENT -> "is waiting for your payment";
            case RECEIVED -> "has been received";
            case PROCESSING -> "is being prepared";
            case ON_HOLD -> "is on hold";
            case PARTIALLY_SHIPPED -> "has been shipped in part" + with(order.carrier());
            case SHIPPED ->
                "shipped" + (order.shippedAt() == null ? "" : ' ' + day(order.shippedAt())) + with(order.carrier());
            case OUT_FOR_DELIVERY -> "is out for delivery" + with(order.carrier());
            case READY_FOR_PICKUP -> "is ready to be picked up";
            case DELIVERED -> "has been delivered";
            case COMPLETED -> "is completed";
            case CANCELLED -> "has been cancelled";
            case RETURN_IN_PROGRESS -> "is being returned";
            case PARTIALLY_REFUNDED -> "has been refunded in part";
            case REFUNDED -> "has been refunded";
            case PAYMENT_FAILED -> "is waiting because its payment failed";
            case UNKNOWN -> "is in our system, but I can't tell where it stands";
        };
    }

    /** A date by which it should arrive is worth telling; a cancelled order still has one. */
    private static boolean onTheWay(OrderState state) {
        return switch (state) {
            case RECEIVED, PROCESSING, PARTIALLY_SHIPPED, SHIPPED, OUT_FOR_DELIVERY, UNKNOWN -> true;
            case PENDING_PAYMENT,
                    ON_HOLD,
                    READY_FOR_PICKUP,
                    DELIVERED,
                    COMPLETED,
                    CANCELLED,
                    RETURN_IN_PROGRESS,
                    PARTIALLY_REFUNDED,
                    REFUNDED,
                    PAYMENT_FAILED -> false;
        };
    }

    private boolean passed(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone()).isBefore(LocalDate.now(clock));
    }

    private static String with(@Nullable String carrier) {
        return carrier == null ? "" : " with " + carrier;
    }

    private String day(Instant moment) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = LocalDate.ofInstant(moment, clock.getZone());
        long away = ChronoUnit.DAYS.between(today, day);
        if (away == 0) {
            return "today";
        }
        if (away == -1) {
            return "yesterday";
        }
        if (away == 1) {
            return "tomorrow";
        }
        return "on "
                + (Math.abs(away) < 7
                        ? WEEKDAY.format(day) + (away < 0 ? ", " + DAY.format(day) : "")
                        : DAY.format(day));
    }

    private static String shortened(String text) {
        StringBuilder spoken = new StringBuilder();
        for (String sentence : SENTENCE_END.split(text.replaceAll("\\s+", " ").strip(), -1)) {
            if (!spoken.isEmpty() && spoken.length() + sentence.length() > SPOKEN) {
                break;
            }
            spoken.append(spoken.isEmpty() ? "" : " ").append(sentence);
        }
        return spoken.length() <= SPOKEN ? spoken.toString() : spoken.substring(0, SPOKEN) + "…";
    }
}
