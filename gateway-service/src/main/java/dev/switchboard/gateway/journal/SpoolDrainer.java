package dev.switchboard.gateway.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what waits on disk when Kafka is back, in order. It sends several events at once, but never two of one conversation: the
 * second could arrive although the first did not.
 */
final class SpoolDrainer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SpoolDrainer.class);
    private static final int TOGETHER = 64;

    private final ConversationJournal journal;
    private final Spool spool;
    private final EventSender kafka;
    private final BooleanSupplier kafkaListens;
    private final Duration pause;
    private final Thread thread;

    SpoolDrainer(
            ConversationJournal journal, Spool spool, EventSender kafka, BooleanSupplier kafkaListens, Duration pause) {
        this.journal = journal;
        this.spool = spool;
        this.kafka = kafka;
        this.kafkaListens = kafkaListens;
        this.pause = pause;
        this.thread = Thread.ofPlatform().daemon().name("spool-drainer").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (!journal.spooling() || !kafkaListens.getAsBoolean() || !drained()) {
                    Thread.sleep(pause);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean drained() {
        try {
            return drain();
        } catch (UncheckedIOException e) {
            LOG.error("The spool cannot be drained; it is tried again", e);
            return false;
        }
    }

    /** Sends what waits; false when Kafka did not take it all. */
    private boolean drain() {
        while (spool.waiting() > 0) {
            List<byte[]> lines = spool.next(TOGETHER);
            List<byte[]> sent = lines.isEmpty() ? List.of() : send(lines);
            spool.take(sent);
            if (sent.isEmpty()) {
                return false;
            }
        }
        return journal.stopSpooling();
    }

    /** The lines from the first on that are done with. */
    private List<byte[]> send(List<byte[]> lines) {
        Set<String> keys = new HashSet<>();
        List<byte[]> together = new ArrayList<>();
        List<CompletableFuture<Void>> sends = new ArrayList<>();
        for (byte[] line : lines) {
            @Nullable JournalEntry entry = read(line);
            if (entry != null && !keys.add(entry.event().key())) {
                break;
            }
            together.add(line);
            sends.add(entry == null ? CompletableFuture.completedFuture(null) : kafka.send(entry));
        }
        int done = 0;
        while (done < sends.size() && took(sends.get(done), together.get(done))) {
            done++;
        }
        return together.subList(0, done);
    }

    private @Nullable JournalEntry read(byte[] line) {
        try {
            return SpoolLine.read(line);
        } catch (IOException e) {
            LOG.errorf("A spooled event cannot be read and is set aside: %s", e.getMessage());
            spool.setAside(line);
            return null;
        }
    }

    private boolean took(CompletableFuture<Void> send, byte[] line) {
        try {
            send.join();
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof UndeliverableException) {
                LOG.error("Kafka will never take a spooled event; it is set aside");
                spool.setAside(line);
                return true;
            }
            return false;
        }
    }
}
