package dev.switchboard.sandbox.salesforce;

import com.google.protobuf.ByteString;
import dev.switchboard.pubsub.ConsumerEvent;
import dev.switchboard.pubsub.FetchRequest;
import dev.switchboard.pubsub.FetchResponse;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One subscriber: gets as many events as it asked for, until its session ends. */
final class ChangeStream implements StreamObserver<FetchRequest> {
    private static final int LARGEST_REQUEST = 100;
    private static final int LARGEST_BATCH = 10;
    private static final Metadata.Key<String> ERROR_CODE =
            Metadata.Key.of("error-code", Metadata.ASCII_STRING_MARSHALLER);

    private final ChangeEventBus bus;
    private final BooleanSupplier session;
    private final StreamObserver<FetchResponse> subscriber;
    private @Nullable String topic;
    private long reached;
    private int pending;
    private boolean over;

    ChangeStream(ChangeEventBus bus, BooleanSupplier session, StreamObserver<FetchResponse> subscriber) {
        this.bus = bus;
        this.session = session;
        this.subscriber = subscriber;
    }

    static StatusRuntimeException refusal(Status.Code code, String errorCode, String description) {
        Metadata trailers = new Metadata();
        trailers.put(ERROR_CODE, "sfdc.platform.eventbus.grpc." + errorCode);
        return code.toStatus()
                .withDescription(description + " rpcId: " + UUID.randomUUID())
                .asRuntimeException(trailers);
    }

    static StatusRuntimeException noSession() {
        return refusal(
                Status.Code.UNAUTHENTICATED,
                "service.auth.error",
                "An authentication exception occurred. Provide valid authentication via metadata headers.");
    }

    @Override
    public synchronized void onNext(FetchRequest request) {
        try {
            begin(request);
            send(false);
        } catch (StatusRuntimeException refused) {
            fail(refused);
        }
    }

    /** Sends what there is; with {@code alive} an empty answer when there is nothing. */
    synchronized void tell(boolean alive) {
        try {
            send(alive);
        } catch (StatusRuntimeException refused) {
            fail(refused);
        }
    }

    synchronized boolean isOver() {
        return over;
    }

    @Override
    public synchronized void onError(Throwable gone) {
        over = true;
    }

    @Override
    public synchronized void onCompleted() {
        if (!over) {
            over = true;
            subscriber.onCompleted();
        }
    }

    private void begin(FetchRequest request) {
        int wanted = request.getNumRequested();
        if (wanted < 1 || wanted > LARGEST_REQUEST) {
            throw refusal(
                    Status.Code.INVALID_ARGUMENT,
                    "subscription.fetch.requested.events",
                    "The number of requested events is not between 1 and 100.");
        }
        pending += wanted;
        if (topic == null) {
            topic = request.getTopicName();
            if (!ChangeEventBus.hasTopic(topic)) {
                throw refusal(Status.Code.NOT_FOUND, "topic.not.found", "The topic does not exist.");
            }
            reached = place(request);
        }
    }

    private long place(FetchRequest first) {
        return switch (first.getReplayPreset()) {
            case EARLIEST -> bus.beforeOldest();
            case CUSTOM -> custom(first.getReplayId());
            case LATEST, UNRECOGNIZED -> bus.latest();
        };
    }

    private long custom(ByteString replayId) {
        Long place = ChangeEventBus.place(replayId);
        if (place == null || !bus.knows(place)) {
            throw refusal(
                    Status.Code.INVALID_ARGUMENT,
                    "subscription.fetch.replayid.validation.failed",
                    "The Replay ID validation failed. Ensure that the Replay ID is valid.");
        }
        return place;
    }

    private void send(boolean alive) {
        String subscribed = topic;
        if (over || subscribed == null) {
            return;
        }
        if (!session.getAsBoolean()) {
            throw noSession();
        }
        // Before looking: what comes meanwhile is not passed over.
        long latest = bus.latest();
        List<ConsumerEvent> events = bus.after(subscribed, reached, Math.min(pending, LARGEST_BATCH));
        while (!events.isEmpty()) {
            pending -= events.size();
            Long last = ChangeEventBus.place(events.getLast().getReplayId());
            reached = last == null ? reached : last;
            answer(events);
            events = bus.after(subscribed, reached, Math.min(pending, LARGEST_BATCH));
        }
        if (alive && pending > 0) {
            reached = Math.max(reached, latest);
            answer(List.of());
        }
    }

    private void answer(List<ConsumerEvent> events) {
        subscriber.onNext(FetchResponse.newBuilder()
                .addAllEvents(events)
                .setLatestReplayId(ChangeEventBus.bytes(reached))
                .setRpcId(UUID.randomUUID().toString())
                .setPendingNumRequested(pending)
                .build());
    }

    private void fail(StatusRuntimeException refused) {
        if (!over) {
            over = true;
            subscriber.onError(refused);
        }
    }
}
