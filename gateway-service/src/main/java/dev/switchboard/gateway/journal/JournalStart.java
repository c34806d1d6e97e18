package dev.switchboard.gateway.journal;

import dev.switchboard.gateway.CannotStartException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** Opens the journal at start, so that what an earlier process left on disk goes out. */
@Singleton
public final class JournalStart {
    private final Instance<SpoolDrainer> drainer;
    private final Instance<ConversationJournal> journal;
    private final KafkaAddress kafka;

    JournalStart(Instance<SpoolDrainer> drainer, Instance<ConversationJournal> journal, KafkaAddress kafka) {
        this.drainer = drainer;
        this.journal = journal;
        this.kafka = kafka;
    }

    /**
     * Opens the spool and starts to drain it.
     *
     * @throws CannotStartException in a sentence, when the spool's folder cannot be used
     */
    public void open() {
        try {
            drainer.get();
        } catch (RuntimeException e) {
            throw new CannotStartException(sentence(e));
        }
    }

    /** Whether Kafka listens; when it does not, events go to disk from now on and nobody waits for it. */
    public boolean kafkaListens() {
        if (kafka.listens()) {
            return true;
        }
        journal.get().startSpooling();
        return false;
    }

    private static String sentence(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof IllegalStateException)) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
