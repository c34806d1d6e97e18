package dev.switchboard.gateway.running;

import dev.switchboard.events.Rehearsed;
import dev.switchboard.events.Topics;
import dev.switchboard.gateway.answers.AnswersReader;
import dev.switchboard.gateway.journal.ConversationJournal;
import dev.switchboard.gateway.journal.JournalStart;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Makes the first call as fast as the thousandth: runs what a call runs before the gateway is ready. */
@Singleton
final class WarmUp {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A Kafka that listens but never answers must not keep the gateway from taking calls: it has its spool. */
    private static final int ATTEMPTS = 5;

    private static final int TURNS = 64;

    private final JournalStart journal;
    private final ConversationJournal events;
    private final AnswersReader answers;
    private final Rehearsal rehearsal;
    private volatile boolean done;

    WarmUp(JournalStart journal, ConversationJournal events, AnswersReader answers, Rehearsal rehearsal) {
        this.journal = journal;
        this.events = events;
        this.answers = answers;
        this.rehearsal = rehearsal;
    }

    void begin() {
        Thread.ofPlatform().daemon().name("warm-up").start(this::run);
    }

    /** Whether the gateway is warm, and either reads the answers or knows that Kafka is away. */
    boolean done() {
        return done;
    }

    private void run() {
        try {
            rehearsal.run();
        } catch (RuntimeException e) {
            LOG.warn("The warm-up failed; the first calls will be slower", e);
        }
        for (int attempt = 0; attempt < ATTEMPTS && journal.kafkaListens() && !answers.ready(PATIENCE); attempt++) {
            LOG.info("Kafka listens, but its topic of answers is not there yet");
        }
        roundTheHouse();
        done = true;
        LOG.info("Gateway is ready");
    }

    /** Out to the calls and back as answers, one after the other, as calls go; a Kafka that is away is no reason to wait. */
    private void roundTheHouse() {
        try {
            for (int turn = 1; turn <= TURNS && journal.kafkaListens() && !events.spooling(); turn++) {
                events.keep(Topics.CALLS, new Rehearsed("gateway", turn))
                        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException away) {
            LOG.info("The warm-up did not reach Kafka; the first calls will be slower");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
