package dev.switchboard.ticketing.intercom;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.port.OpenTicket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tickets that carry our key in an attribute, as Intercom has no field of its own for it. */
final class IntercomTickets {
    private static final String TITLE = "_default_title_";
    private static final String DESCRIPTION = "_default_description_";
    private static final int LONGEST_TITLE = 255;
    /** Intercom takes no ticket without a title. */
    private static final String UNTITLED = "A conversation";

    private static final String ELLIPSIS = "…";

    private final IntercomApi api;
    private final IntercomTicketType type;
    private final IntercomOpenings openings;
    private final IntercomRecent recent;
    private final TicketDefaults defaults;
    private final Clock clock;
    private final Duration lag;

    IntercomTickets(
            IntercomApi api,
            IntercomTicketType type,
            IntercomOpenings openings,
            IntercomRecent recent,
            TicketDefaults defaults,
            Clock clock,
            Duration lag) {
        this.api = api;
        this.type = type;
        this.openings = openings;
        this.recent = recent;
        this.defaults = defaults;
        this.clock = clock;
        this.lag = lag;
    }

    /**
     * The ticket an earlier attempt made, with everything on it; empty when there is none.
     *
     * @throws IntegrationException with {@link Failure.Unavailable} while the search is too far behind to tell
     */
    Optional<IntercomJson.Ticket> begun(IdempotencyKey key, String contactId) {
        Optional<String> known = recent.idOf(key);
        if (known.isPresent()) {
            return known.map(api::ticket);
        }
        if (recent.wasRefused(key)) {
            return Optional.empty();
        }
        Optional<Instant> begun = openings.begun(contactId, key);
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        Optional<IntercomJson.Ticket> found = indexed(key);
        Instant certain = begun.get().plus(lag);
        if (found.isEmpty() && clock.instant().isBefore(certain)) {
            throw new IntegrationException(
                    "intercom",
                    "/tickets/find-opened",
                    new Failure.Unavailable(null, true, Duration.between(clock.instant(), certain)));
        }
        return found;
    }

    IntercomJson.Ticket create(OpenTicket command, String contactId) {
        type.attributeId(defaults.keyAttribute());
        openings.begin(contactId, title(command.subject()), command.key());
        try {
            IntercomJson.Ticket made = made(command, contactId);
            recent.opened(command.key(), made, contactId);
            return made;
        } catch (IntegrationException failed) {
            if (surelyNotMade(failed.failure())) {
                recent.refused(command.key());
            }
            throw failed;
        }
    }

    static String title(@Nullable Map<String, Object> attributes) {
        Object title = attributes == null ? null : attributes.get(TITLE);
        return title == null ? "" : title.toString();
    }

    private Optional<IntercomJson.Ticket> indexed(IdempotencyKey key) {
        String attribute = type.attributeId(defaults.keyAttribute());
        return api.searchTickets(IntercomSearch.ofTicketsWith(attribute, key.value())).tickets().stream()
                .filter(ticket -> ticket.attributes() != null
                        && key.value().equals(ticket.attributes().get(defaults.keyAttribute())))
                .min((one, other) -> Long.compare(one.createdAt(), other.createdAt()))
                .map(ticket -> api.ticket(ticket.id()));
    }

    /** Once more with the attributes as they are by now, when one is refused: the type may have changed since it was read. */
    private IntercomJson.Ticket made(OpenTicket command, String contactId) {
        try {
            return api.createTicket(newTicket(command, contactId));
        } catch (IntegrationException refused) {
            if (!(refused.failure() instanceof Failure.Invalid)) {
                throw refused;
            }
            type.forget();
            return api.createTicket(newTicket(command, contactId));
        }
    }

    /** Title and description are the customer's to see, so they say no more than the summary, and nobody is mailed. */
    private IntercomJson.NewTicket newTicket(OpenTicket command, String contactId) {
        Map<String, String> attributes = defaults.values(command, type);
        String title = title(command.subject());
        attributes.put(TITLE, title);
        attributes.put(DESCRIPTION, title);
        return new IntercomJson.NewTicket(
                type.id(),
                List.of(new IntercomJson.ContactId(contactId)),
                attributes,
                defaults.teamId() == null ? null : new IntercomJson.Assignment(defaults.teamId()),
                true);
    }

    private static boolean surelyNotMade(Failure failure) {
        return switch (failure) {
            case Failure.AuthExpired ignored -> true;
            case Failure.Forbidden ignored -> true;
            case Failure.NotFound ignored -> true;
            case Failure.Invalid ignored -> true;
            case Failure.RateLimited ignored -> true;
            case Failure.Unavailable away -> !away.mayHaveBeenApplied();
            case Failure.Malformed ignored -> false;
        };
    }

    private static String title(String summary) {
        String line = summary.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_TITLE) {
            return line.isEmpty() ? UNTITLED : line;
        }
        int end = LONGEST_TITLE - ELLIPSIS.length();
        int word = line.lastIndexOf(' ', end);
        int cut = word > 0 ? word : end;
        return line.substring(0, Character.isHighSurrogate(line.charAt(cut - 1)) ? cut - 1 : cut) + ELLIPSIS;
    }
}
