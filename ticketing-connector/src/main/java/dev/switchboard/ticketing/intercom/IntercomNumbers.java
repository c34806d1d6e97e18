package dev.switchboard.ticketing.intercom;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tickets by the number that people know. Intercom neither reads nor searches by it, so those that were met are remembered by their
 * id, and any other is looked for among the last year's.
 */
final class IntercomNumbers {
    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration LOOKED_THROUGH = Duration.ofDays(365);
    /** Of 150 tickets each; whoever asks is waiting. */
    private static final int MOST_PAGES = 10;

    private final IntercomApi api;
    private final Clock clock;
    private final Map<String, String> idsByNumber = new LinkedHashMap<>();

    IntercomNumbers(IntercomApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    synchronized void met(IntercomJson.Ticket ticket) {
        idsByNumber.remove(ticket.ticketId());
        if (idsByNumber.size() == MOST_REMEMBERED) {
            idsByNumber.remove(idsByNumber.keySet().iterator().next());
        }
        idsByNumber.put(ticket.ticketId(), ticket.id());
    }

    /** Empty also when it is older than what is looked through. */
    Optional<IntercomJson.Ticket> ticket(String number) {
        Optional<String> known = id(number);
        return known.isPresent() ? known.map(api::ticket) : lookedFor(number);
    }

    private Optional<IntercomJson.Ticket> lookedFor(String number) {
        long since = clock.instant().minus(LOOKED_THROUGH).getEpochSecond();
        @Nullable String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            IntercomJson.Tickets tickets = api.searchTickets(IntercomSearch.ofTicketsSince(since, cursor));
            tickets.tickets().forEach(this::met);
            Optional<IntercomJson.Ticket> found = tickets.tickets().stream()
                    .filter(ticket -> ticket.ticketId().equals(number))
                    .findFirst();
            cursor = tickets.next();
            if (found.isPresent() || cursor == null) {
                return found;
            }
        }
        return Optional.empty();
    }

    private synchronized Optional<String> id(String number) {
        return Optional.ofNullable(idsByNumber.get(number));
    }
}
