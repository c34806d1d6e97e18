package dev.switchboard.cli.call;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Event;
import dev.switchboard.events.OutboundCommand.SendMessage;
import dev.switchboard.integration.card.IntegrationCard.Category;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events that belong to one call, as far as they have come. */
final class Traces {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Event> events = new ArrayList<>();

    /** What came of a call in these kinds of systems; waits until it is complete, but no longer than a user would. */
    static Traces of(String call, Trail trail, Set<Category> kinds, Clock clock) {
        var traces = new Traces();
        var end = clock.instant().plus(PATIENCE);
        while (!traces.complete(kinds) && clock.instant().isBefore(end)) {
            trail.next().stream().filter(event -> event.key().equals(call)).forEach(traces.events::add);
        }
        return traces;
    }

    List<Answer.CustomerIdentified> customers() {
        return all(Answer.CustomerIdentified.class);
    }

    /** Each once, however often it was told. */
    List<Answer.TicketOpened> tickets() {
        return all(Answer.TicketOpened.class).stream()
                .collect(Collectors.toMap(
                        ticket -> ticket.system() + "/" + ticket.number(),
                        ticket -> ticket,
                        (one, again) -> one,
                        LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    List<Answer.ActivityLogged> activities() {
        return all(Answer.ActivityLogged.class);
    }

    List<SendMessage> messages() {
        return all(SendMessage.class);
    }

    private boolean complete(Set<Category> kinds) {
        return (!kinds.contains(Category.TICKETING) || !tickets().isEmpty())
                && (!kinds.contains(Category.CRM) || !activities().isEmpty());
    }

    private <E extends Event> List<E> all(Class<E> type) {
        Stream<Event> seen = events.stream();
        return seen.filter(type::isInstance).map(type::cast).toList();
    }
}
