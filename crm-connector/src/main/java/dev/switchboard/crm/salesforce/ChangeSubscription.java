package dev.switchboard.crm.salesforce;

import com.google.protobuf.ByteString;
import dev.switchboard.events.Change;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.pubsub.ConsumerEvent;
import dev.switchboard.pubsub.FetchResponse;
import dev.switchboard.pubsub.ReplayPreset;
import dev.switchboard.runtime.adapter.AccessToken;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.Subscription;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The changes of one object, from the Pub/Sub API. The position is the replay id in Base64. */
final class ChangeSubscription implements Subscription {
    /** Asked for at most, and again when fewer than half of it are open: the vendor allows a hundred. */
    private static final int MOST = 50;

    private final String topic;
    private final String endpoint;
    private final Connection connection;
    private final PubSubIdentity identity;
    private final ChangeEvents events = new ChangeEvents();

    ChangeSubscription(String topic, String endpoint, Connection connection, PubSubIdentity identity) {
        this.topic = topic;
        this.endpoint = endpoint;
        this.connection = connection;
        this.identity = identity;
    }

    @Override
    public String name() {
        return topic;
    }

    @Override
    public void listen(@Nullable String position, Listener listener) throws InterruptedException {
        try {
            if (position == null) {
                listen(ReplayPreset.LATEST, ByteString.EMPTY, listener);
            } else {
                listen(
                        ReplayPreset.CUSTOM,
                        ByteString.copyFrom(Base64.getDecoder().decode(position)),
                        listener);
            }
        } catch (StatusRuntimeException broken) {
            throw PubSubLine.failed(broken);
        }
    }

    /** What happened before the place we know is kept for three days only: after longer, everything that is kept is told. */
    private void listen(ReplayPreset preset, ByteString replayId, Listener listener) throws InterruptedException {
        try {
            listenOnce(preset, replayId, listener);
        } catch (StatusRuntimeException broken) {
            if (preset != ReplayPreset.CUSTOM || !PubSubLine.replayIdRefused(broken)) {
                throw broken;
            }
            listenOnce(ReplayPreset.EARLIEST, ByteString.EMPTY, listener);
        }
    }

    private void listenOnce(ReplayPreset preset, ByteString replayId, Listener listener) throws InterruptedException {
        AccessToken token = connection.token();
        PubSubIdentity.Known we = us(token);
        try (PubSubLine line = PubSubLine.open(endpoint, headers(token, we.organization()))) {
            line.subscribe(topic, preset, replayId, MOST);
            while (true) {
                FetchResponse response = line.next();
                if (response == null) {
                    return;
                }
                tell(response, line, we.user(), listener);
                int open = response.getPendingNumRequested();
                if (open < MOST / 2) {
                    line.askForMore(MOST - open);
                }
            }
        } catch (StatusRuntimeException broken) {
            if (broken.getStatus().getCode() == Status.Code.UNAUTHENTICATED) {
                connection.renew(token);
            }
            throw broken;
        }
    }

    private PubSubIdentity.Known us(AccessToken token) {
        try {
            return identity.get();
        } catch (IntegrationException refused) {
            if (refused.failure() instanceof Failure.AuthExpired) {
                connection.renew(token);
            }
            throw refused;
        }
    }

    private void tell(FetchResponse response, PubSubLine line, @Nullable String ourUser, Listener listener) {
        List<Change> changes = new ArrayList<>();
        ByteString reached = response.getLatestReplayId();
        for (ConsumerEvent event : response.getEventsList()) {
            try {
                events.read(
                                event.getEvent().getSchemaId(),
                                event.getEvent().getPayload().toByteArray(),
                                line::schema,
                                ourUser)
                        .forEach(told -> SalesforceWebhooks.event(told).ifPresent(changes::add));
            } catch (IOException unreadable) {
                listener.unreadable();
            }
            reached = event.getReplayId();
        }
        listener.heard(changes, Base64.getEncoder().encodeToString(reached.toByteArray()));
    }

    /** The vendor's names; the token without its scheme. */
    private Metadata headers(AccessToken token, String organization) {
        URI instance = token.baseUrl() == null ? connection.baseUrl() : token.baseUrl();
        Metadata headers = new Metadata();
        headers.put(key("accesstoken"), token.value().replaceFirst("^Bearer ", ""));
        headers.put(key("instanceurl"), instance.toString());
        headers.put(key("tenantid"), organization);
        return headers;
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }
}
