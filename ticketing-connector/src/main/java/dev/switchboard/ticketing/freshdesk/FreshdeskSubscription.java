package dev.switchboard.ticketing.freshdesk;

import dev.switchboard.events.Change;
import dev.switchboard.events.Change.ContactChanged;
import dev.switchboard.events.Change.What;
import dev.switchboard.runtime.adapter.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks from time to time which contacts changed, as no automation rule tells of them. Who changed several times in between is told
 * of once, and those who were merged into another are told of as deleted: the list says no more.
 */
final class FreshdeskSubscription implements Subscription {
    private static final String DELETED = "deleted";
    private static final int LARGEST_PAGE = 100;
    /** Lists have a limit of their own, 20 a minute on the smallest plan, and lookups need it too. */
    private static final Duration BETWEEN_PAGES = Duration.ofSeconds(6);

    private final FreshdeskApi api;
    private final Duration every;
    private final Clock clock;

    FreshdeskSubscription(FreshdeskApi api, Duration every, Clock clock) {
        this.api = api;
        this.every = every;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "/contacts";
    }

    @Override
    public void listen(@Nullable String position, Listener listener) throws InterruptedException {
        Reached reached = position == null
                ? new Reached(clock.instant().truncatedTo(ChronoUnit.SECONDS), Set.of())
                : Reached.parse(position);
        while (true) {
            List<ContactChanged> changes = new ArrayList<>(changes(reached, null, listener));
            changes.addAll(changes(reached, DELETED, listener));
            changes.sort(Comparator.comparing(ContactChanged::at));
            reached = after(reached, changes);
            listener.heard(List.<Change>copyOf(changes), reached.toString());
            listener.pause(every);
        }
    }

    private List<ContactChanged> changes(Reached reached, @Nullable String state, Listener listener)
            throws InterruptedException {
        List<ContactChanged> changes = new ArrayList<>();
        for (int page = 1; ; page++) {
            List<FreshdeskJson.Contact> listed =
                    api.changedContacts(reached.at().toString(), state, page, LARGEST_PAGE);
            listed.stream()
                    .flatMap(contact -> change(contact, reached, state != null))
                    .forEach(changes::add);
            if (listed.size() < LARGEST_PAGE) {
                return changes;
            }
            listener.pause(BETWEEN_PAGES);
        }
    }

    private static Stream<ContactChanged> change(FreshdeskJson.Contact contact, Reached reached, boolean deleted) {
        String id = String.valueOf(contact.id());
        Instant at = contact.updatedAt();
        if (at == null || reached.hasTold(id, at)) {
            return Stream.empty();
        }
        Instant created = contact.createdAt();
        boolean isNew = created != null
                && !created.isBefore(reached.at())
                && !reached.told().contains(id);
        What what = deleted ? What.DELETED : isNew ? What.CREATED : What.CHANGED;
        return Stream.of(new ContactChanged("freshdesk", id, what, null, id + " " + what + " " + at, at));
    }

    private static Reached after(Reached reached, List<ContactChanged> inOrder) {
        Instant latest = inOrder.isEmpty() ? reached.at() : inOrder.getLast().at();
        return reached.after(
                latest,
                inOrder.stream().filter(change -> change.at().equals(latest)).map(ContactChanged::contactId));
    }

    /**
     * How far it came.
     *
     * @param at the time of the latest change that was told
     * @param told who had changed at that time: times have whole seconds, and who asks since one is told of it again
     */
    private record Reached(Instant at, Set<String> told) {
        Reached {
            told = Set.copyOf(told);
        }

        static Reached parse(String position) {
            String[] words = position.split(" ");
            return new Reached(
                    Instant.parse(words[0]), Arrays.stream(words).skip(1).collect(Collectors.toSet()));
        }

        boolean hasTold(String id, Instant change) {
            return change.isBefore(at) || (change.equals(at) && told.contains(id));
        }

        /** With changes told up to a time, and who had changed at that time. */
        Reached after(Instant latest, Stream<String> now) {
            Stream<String> before = latest.equals(at) ? told.stream() : Stream.empty();
            return new Reached(latest, Stream.concat(before, now).collect(Collectors.toSet()));
        }

        @Override
        public String toString() {
            return Stream.concat(Stream.of(at.toString()), new TreeSet<>(told).stream())
                    .collect(Collectors.joining(" "));
        }
    }
}
