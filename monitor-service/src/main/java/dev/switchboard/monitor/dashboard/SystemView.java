package dev.switchboard.monitor.dashboard;

import dev.switchboard.events.monitoring.StatusReported;
import dev.switchboard.integration.card.IntegrationCard;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A system on the board.
 *
 * @param category a card's category, or {@code other} for a system without a card
 * @param state {@code up}, {@code degraded}, {@code down}, {@code unknown}, or {@code not-connected} when nothing was ever heard
 * @param status its latest report; null when not connected
 */
record SystemView(
        String integration,
        String name,
        String category,
        String state,
        @Nullable StatusReported status) {
    static final String OTHER = "other";
    static final String UNKNOWN = "unknown";
    static final String NOT_CONNECTED = "not-connected";

    static SystemView of(IntegrationCard card, @Nullable StatusReported status, boolean stale) {
        return new SystemView(
                card.id(), card.name(), card.category().name().toLowerCase(Locale.ROOT), state(status, stale), status);
    }

    static SystemView withoutCard(StatusReported status, boolean stale) {
        return new SystemView(status.integration(), status.integration(), OTHER, state(status, stale), status);
    }

    /** A report that cannot be renewed says nothing about now. */
    private static String state(@Nullable StatusReported status, boolean stale) {
        if (status == null) {
            return NOT_CONNECTED;
        }
        return stale ? UNKNOWN : status.state().name().toLowerCase(Locale.ROOT);
    }
}
