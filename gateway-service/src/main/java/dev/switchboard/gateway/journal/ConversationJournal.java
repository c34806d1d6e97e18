package dev.switchboard.gateway.journal;

import dev.switchboard.events.Event;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Makes events durable: in Kafka, or in the spool on disk while Kafka is away. Events with the same key keep the order in which
 * they were handed in, whichever way each of them takes; an event may arrive twice, with the same id.
 *
 * <p>Once an event went to the spool, all others follow it there at once, until the {@link SpoolDrainer} has sent the last.
 */
public final class ConversationJournal {
    private static final Logger LOG = Logger.getLogger(ConversationJournal.class);

    private final EventSender kafka;
    private final Spool spool;
    private final Clock clock;
    private final Lanes lanes = new Lanes();
    private final ReentrantLock switching = new ReentrantLock();
    private volatile boolean spooling;

    ConversationJournal(EventSender kafka, Spool spool, Clock clock) {
        this.kafka = kafka;
        this.spool = spool;
        this.clock = clock;
        this.spooling = spool.waiting() > 0;
    }

    /**
     * Done when the event is durable. Fails with {@link NotDurableException} when neither Kafka nor the disk takes it, and with
     * {@link UndeliverableException} when Kafka never will. Does not block.
     */
    public CompletableFuture<Kept> keep(String topic, Event event) {
        JournalEntry entry = new JournalEntry(topic, event, clock.instant());
        return lanes.enqueue(event.key(), () -> spooling ? onDisk(entry) : inKafka(entry));
    }

    /** How many events wait on disk. */
    public long spooled() {
        return spool.waiting();
    }

    /** Whether events go to disk now. */
    public boolean spooling() {
        return spooling;
    }

    /** Kafka is known to be away: nobody has to find out by waiting for it. */
    void startSpooling() {
        switching.lock();
        try {
            if (!spooling) {
                LOG.warn("Kafka does not answer: events are kept on disk until it is back");
            }
            spooling = true;
        } finally {
            switching.unlock();
        }
    }

    /** Kafka takes events again; false when some still wait on disk, and have to go first. */
    boolean stopSpooling() {
        switching.lock();
        try {
            if (spool.waiting() > 0) {
                return false;
            }
            spooling = false;
            LOG.info("Kafka answers again: no event waits on disk");
            return true;
        } finally {
            switching.unlock();
        }
    }

    private CompletionStage<Kept> inKafka(JournalEntry entry) {
        return kafka.send(entry).thenApply(sent -> Kept.IN_KAFKA).exceptionallyCompose(failure -> {
            if (failure instanceof UndeliverableException
                    || (failure instanceof CompletionException
                            && failure.getCause() instanceof UndeliverableException)) {
                return CompletableFuture.failedFuture(failure);
            }
            return onDisk(entry);
        });
    }

    private CompletionStage<Kept> onDisk(JournalEntry entry) {
        switching.lock();
        try {
            // Under the lock: an entry must never slip into a spool that is being declared empty.
            startSpooling();
            return spool.append(entry).thenApply(written -> Kept.ON_DISK);
        } finally {
            switching.unlock();
        }
    }
}
