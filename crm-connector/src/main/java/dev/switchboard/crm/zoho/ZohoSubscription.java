package dev.switchboard.crm.zoho;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.runtime.adapter.AccessToken;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the notification channel alive; what it tells comes as webhooks. The position is the channel's id and its end, so that who
 * follows with another address or token ends the channel that nobody hears any more. Channels of others are left alone.
 */
final class ZohoSubscription implements Subscription {
    /** One credit each time, to notice a channel that somebody ended. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);

    private final ZohoChannel channel;
    private final Connection connection;

    ZohoSubscription(ZohoChannel channel, Connection connection) {
        this.channel = channel;
        this.connection = connection;
    }

    @Override
    public String name() {
        return "/actions/watch";
    }

    @Override
    public void listen(@Nullable String position, Listener listener) throws InterruptedException {
        String kept = position == null ? channel.id() : position.split(" ", 2)[0];
        while (true) {
            Instant end = keep(kept);
            kept = channel.id();
            listener.heard(List.of(), kept + " " + end);
            listener.pause(pauseUntil(end));
        }
    }

    private Instant keep(String before) {
        AccessToken token = connection.token();
        try {
            Instant end = channel.keep();
            if (!before.equals(channel.id())) {
                channel.stop(before);
            }
            return end;
        } catch (IntegrationException refused) {
            if (refused.failure() instanceof Failure.AuthExpired) {
                connection.renew(token);
            }
            throw refused;
        }
    }

    /** Half of what is left, should Zoho grant an hour where days were asked for. */
    private Duration pauseUntil(Instant end) {
        Duration half = Duration.between(connection.clock().instant(), end).dividedBy(2);
        if (half.compareTo(LONGEST_PAUSE) > 0) {
            return LONGEST_PAUSE;
        }
        return half.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : half;
    }
}
