package dev.switchboard.monitor.dashboard;

import dev.switchboard.events.monitoring.StatusReported;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A system's line on the page; a dash where nothing is known.
 *
 * @param state the word that CSS goes by
 * @param stateName the word that people read
 * @param mark the state's shape, for those who do not see its colour
 * @param lastCall null when it was never called
 */
record SystemRow(
        String integration,
        String name,
        String state,
        String stateName,
        String mark,
        String calls,
        String errors,
        String p95,
        String rateLimitHits,
        String pings,
        @Nullable Moment lastCall) {
    private static final String NOTHING = "–";

    static SystemRow of(SystemView view, Instant now) {
        StatusReported status = view.status();
        String stateName = view.state().replace('-', ' ');
        if (status == null) {
            return new SystemRow(
                    view.integration(),
                    view.name(),
                    view.state(),
                    stateName,
                    mark(view.state()),
                    NOTHING,
                    NOTHING,
                    NOTHING,
                    NOTHING,
                    NOTHING,
                    null);
        }
        return new SystemRow(
                view.integration(),
                view.name(),
                view.state(),
                stateName,
                mark(view.state()),
                Long.toString(status.calls()),
                errors(status),
                status.p95Ms() == null ? NOTHING : status.p95Ms() + " ms",
                Long.toString(status.rateLimitHits()),
                status.failedPings() == 0 ? "ok" : status.failedPings() + " failed",
                status.lastCall() == null ? null : Moment.of(status.lastCall(), now));
    }

    private static String errors(StatusReported status) {
        if (status.calls() == 0 || status.errors() == 0) {
            return Long.toString(status.errors());
        }
        double percent = status.errors() * 100.0 / status.calls();
        return status.errors() + String.format(Locale.ROOT, " (%.1f %%)", percent);
    }

    private static String mark(String state) {
        return switch (state) {
            case "up" -> "●";
            case "degraded" -> "▲";
            case "down" -> "■";
            case SystemView.UNKNOWN -> "?";
            default -> "○";
        };
    }
}
