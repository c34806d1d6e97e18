package dev.switchboard.events;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a connector found or did, on {@link Topics#ANSWERS}. Connectors to gateway. Each is keyed by its conversation and names
 * the system it comes from.
 */
public sealed interface Answer extends Event {
    ConversationId conversation();

    /** The system that answered; when none could be asked, the kind of system, e.g. {@code crm}. */
    String system();

    @Override
    default String key() {
        return conversation().value();
    }

    /** The CRM knows the caller: here is a name to greet by. {@link CustomerIdentified} follows, whatever the CRM tells of them. */
    @EventType("customer.named.v1")
    record CustomerNamed(ConversationId conversation, String system, Customer customer, Instant at) implements Answer {
        @Override
        public String distinction() {
            return system;
        }
    }

    /** The CRM knows the caller, or did not and now does ({@code created}). All that it tells of them in time is here. */
    @EventType("customer.identified.v1")
    record CustomerIdentified(
            ConversationId conversation, String system, Customer customer, boolean created, Instant at)
            implements Answer {
        @Override
        public String distinction() {
            return system;
        }
    }

    /** No CRM knows the caller and none was to be told of them. */
    @EventType("customer.unknown.v1")
    record CustomerUnknown(ConversationId conversation, String system, Instant at) implements Answer {
        @Override
        public String distinction() {
            return system;
        }
    }

    /** The orders the question was about, the best match first; never empty. */
    @EventType("order.found.v1")
    record OrdersFound(ConversationId conversation, String system, String questionId, List<Order> orders, Instant at)
            implements Answer {
        public OrdersFound {
            orders = List.copyOf(orders);
        }

        @Override
        public String distinction() {
            return system + "/" + questionId;
        }
    }

    /** Articles that answer the question, the best first; never empty. */
    @EventType("articles.found.v1")
    record ArticlesFound(
            ConversationId conversation, String system, String questionId, List<Article> articles, Instant at)
            implements Answer {
        public ArticlesFound {
            articles = List.copyOf(articles);
        }

        @Override
        public String distinction() {
            return system + "/" + questionId;
        }
    }

    /** The ticket the question was about, and how it stands. */
    @EventType("ticket.found.v1")
    record TicketFound(
            ConversationId conversation,
            String system,
            String questionId,
            String number,
            String subject,
            String status,
            Instant at)
            implements Answer {
        @Override
        public String distinction() {
            return system + "/" + questionId;
        }
    }

    /** A ticket stands in the helpdesk for this conversation. */
    @EventType("ticket.opened.v1")
    record TicketOpened(
            ConversationId conversation,
            String system,
            String number,
            @Nullable URI url,
            Instant at) implements Answer {
        @Override
        public String distinction() {
            return system + "/" + number;
        }
    }

    /** The conversation is on the contact's record. */
    @EventType("activity.logged.v1")
    record ActivityLogged(ConversationId conversation, String system, String activityId, Instant at) implements Answer {
        @Override
        public String distinction() {
            return system + "/" + activityId;
        }
    }

    /** The system was asked and has nothing: no such order, no such ticket, no article. */
    @EventType("question.nothing-found.v1")
    record NothingFound(ConversationId conversation, String system, String questionId, Instant at) implements Answer {
        @Override
        public String distinction() {
            return system + "/" + questionId;
        }
    }

    /**
     * The system could not be asked: nobody should wait for it.
     *
     * @param asked the question's id, or {@link #CUSTOMER} for the lookup at the start, or {@link #TICKET}
     * @param failure the failure's name, e.g. {@code unavailable}; never a text from the vendor
     */
    @EventType("question.failed.v1")
    record Failed(ConversationId conversation, String system, String asked, String failure, Instant at)
            implements Answer {
        public static final String CUSTOMER = "customer";
        public static final String TICKET = "ticket";

        @Override
        public String distinction() {
            return system + "/" + asked;
        }
    }

    /** One order, in words every shop shares. */
    record Order(
            String number,
            OrderState state,
            Instant placedAt,
            @Nullable Instant shippedAt,
            @Nullable Instant estimatedDelivery,
            @Nullable String carrier,
            @Nullable URI tracking,
            @Nullable Money total,
            List<String> items) {
        public Order {
            items = List.copyOf(items);
        }
    }

    /** A knowledge-base article; {@code text} is plain, without markup. */
    record Article(String title, String text, URI url) {}
}
