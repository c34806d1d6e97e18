package dev.switchboard.runtime.adapter;

import dev.switchboard.events.Change;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line on which a system tells its changes while we hold it open. The runtime sees to it that one replica listens at a time, calls
 * again when the line breaks, and remembers how far it came.
 */
public interface Subscription {
    /** Which of the system's lines, e.g. the vendor's name of the topic. */
    String name();

    /**
     * Listens until it is interrupted; returns when the vendor ends the line in peace.
     *
     * @param position after which to begin; null when nobody listened before
     * @throws dev.switchboard.integration.IntegrationException when the line cannot be opened, or breaks
     */
    void listen(@Nullable String position, Listener listener) throws InterruptedException;

    /** Who listens. */
    interface Listener {
        /**
         * Returns when the changes are durable. After it, listening goes on behind {@code position}, also after a restart.
         *
         * @param changes in their order; none when only the position moved on
         */
        void heard(List<Change> changes, String position);

        /** Something was told that cannot be read. It is passed over. */
        void unreadable();

        /** Waits, where a line is kept by asking from time to time: a system's package waits nowhere itself. */
        default void pause(Duration duration) throws InterruptedException {
            Thread.sleep(duration);
        }
    }
}
