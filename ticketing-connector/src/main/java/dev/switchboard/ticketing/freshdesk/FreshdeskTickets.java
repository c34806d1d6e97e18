package dev.switchboard.ticketing.freshdesk;

import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.port.OpenTicket;
import dev.switchboard.integration.port.Priority;
import dev.switchboard.ticketing.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tickets that carry our key in a custom field, as Freshdesk has no field of its own for it. */
final class FreshdeskTickets {
    /** Longer than any repetition takes to come; older tickets are in the search index long since. */
    private static final Duration LOOKED_BACK = Duration.ofDays(30);

    private static final int LARGEST_PAGE = 100;
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_TAG = 32;
    private static final int BY_PHONE = 3;
    private static final int BY_CHAT = 7;

    private final FreshdeskApi api;
    private final TicketDefaults defaults;
    private final Clock clock;

    FreshdeskTickets(FreshdeskApi api, TicketDefaults defaults, Clock clock) {
        this.api = api;
        this.defaults = defaults;
        this.clock = clock;
    }

    /** Without the optional fields when the account refuses one of them: it may have been renamed or lost a choice. */
    FreshdeskJson.Ticket create(OpenTicket command, @Nullable Long requesterId) {
        String key = command.key().value();
        try {
            return api.createTicket(newTicket(command, requesterId, defaults.values(key, command.fields())));
        } catch (IntegrationException refused) {
            if (!defaults.optional(refused.failure())) {
                throw refused;
            }
            return api.createTicket(newTicket(command, requesterId, defaults.keyOnly(key)));
        }
    }

    /** Strongly consistent: a ticket made a moment ago is there. */
    Optional<FreshdeskJson.Ticket> opened(IdempotencyKey key, long requesterId) {
        return under(key, api.ticketsOf(requesterId, lookedBack(), "created_at", "desc", LARGEST_PAGE));
    }

    /** The same for who is no contact; empty, too, when the address is nobody's. */
    Optional<FreshdeskJson.Ticket> opened(IdempotencyKey key, EmailAddress email) {
        try {
            return under(key, api.ticketsFrom(email.value(), lookedBack(), LARGEST_PAGE));
        } catch (IntegrationException nobody) {
            if (nobody.failure() instanceof Failure.Invalid) {
                return Optional.empty();
            }
            throw nobody;
        }
    }

    /** Whoever the requester is by now; some minutes behind. */
    Optional<FreshdeskJson.Ticket> indexed(IdempotencyKey key) {
        String query = "\"" + defaults.externalIdField() + ":'" + key.value() + "'\"";
        return under(key, api.searchTickets(query).results());
    }

    private String lookedBack() {
        return clock.instant()
                .minus(LOOKED_BACK)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private Optional<FreshdeskJson.Ticket> under(IdempotencyKey key, List<FreshdeskJson.Ticket> tickets) {
        return tickets.stream()
                .filter(ticket -> ticket.customFields() != null
                        && key.value().equals(ticket.customFields().get(defaults.externalIdField())))
                .min(Comparator.comparingLong(FreshdeskJson.Ticket::id));
    }

    /** The description is mailed to the customer, so it says no more than the subject does. */
    private FreshdeskJson.NewTicket newTicket(
            OpenTicket command, @Nullable Long requesterId, Map<String, String> customFields) {
        String subject = Subject.of(command.subject(), LONGEST_SUBJECT).line();
        EmailAddress email = command.email();
        return new FreshdeskJson.NewTicket(
                subject,
                FreshdeskHtml.of(subject),
                requesterId,
                requesterId == null && email != null ? email.value() : null,
                defaults.status(),
                priority(command.priority()),
                source(command.fields().get("channel")),
                command.tags().stream()
                        .flatMap(FreshdeskTickets::tag)
                        .distinct()
                        .toList(),
                customFields,
                defaults.groupId());
    }

    private static Stream<String> tag(String tag) {
        String allowed = tag.replace(',', '-').strip();
        return Stream.of(whole(allowed, Math.min(LONGEST_TAG, allowed.length())))
                .filter(text -> !text.isBlank());
    }

    /** The beginning, not ending in half a character. */
    private static String whole(String text, int end) {
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    private static int priority(Priority priority) {
        return switch (priority) {
            case LOW -> 1;
            case NORMAL -> 2;
            case HIGH -> 3;
            case URGENT -> 4;
        };
    }

    private static @Nullable Integer source(@Nullable String channel) {
        return switch (channel) {
            case null -> null;
            case "phone" -> BY_PHONE;
            default -> BY_CHAT;
        };
    }
}
