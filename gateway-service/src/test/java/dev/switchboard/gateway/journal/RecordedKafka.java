package dev.switchboard.gateway.journal;

import dev.switchboard.events.Event;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A Kafka that is a list, for tests of what writes to the journal. It can be slow, and it can refuse. */
public final class RecordedKafka {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private volatile Function<Event, CompletableFuture<Void>> manner = event -> CompletableFuture.completedFuture(null);

    /** A journal that writes here; the folder is for its spool. */
    public ConversationJournal journal(Path folder, Clock clock) {
        return new ConversationJournal(
                entry -> manner.apply(entry.event()).thenRun(() -> events.add(entry.event())),
                Spool.open(folder, 1 << 20),
                clock);
    }

    /** How events are taken from now on: one is durable when its future is done. */
    public void taking(Function<Event, CompletableFuture<Void>> how) {
        manner = how;
    }

    /** What happens to an event that is neither taken nor spooled. */
    public static CompletableFuture<Void> refusal() {
        return CompletableFuture.failedFuture(new UndeliverableException("refused", new IllegalStateException()));
    }

    /** The durable events of a kind, in their order. */
    public <E extends Event> List<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
