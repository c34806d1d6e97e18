package dev.switchboard.monitor.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page shows.
 *
 * @param mood the worst state of a connected system; CSS goes by it
 * @param away since when Kafka has not answered; null while it does
 */
record BoardPage(
        String headline,
        String mood,
        @Nullable Moment away,
        Moment at,
        List<AlertRow> firing,
        List<Section> sections,
        List<AlertRow> recent,
        String window) {
    /** The systems of a category. */
    record Section(String title, List<SystemRow> systems) {}
}
