package dev.switchboard.gateway.running;

import dev.switchboard.gateway.answers.AnswersReader;
import dev.switchboard.gateway.journal.JournalStart;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Makes the first call as fast as the thousandth: runs what a call runs, without publishing, before the gateway is ready. */
@Singleton
final class WarmUp {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final JournalStart journal;
    private final AnswersReader answers;
    private final Rehearsal rehearsal;
    private volatile boolean done;

    WarmUp(JournalStart journal, AnswersReader answers, Rehearsal rehearsal) {
        this.journal = journal;
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
        while (journal.kafkaListens() && !answers.ready(PATIENCE)) {
            LOG.info("Kafka listens, but its topic of answers is not there yet");
        }
        done = true;
        LOG.info("Gateway is ready");
    }
}
