package dev.switchboard.crm.salesforce;

import com.google.protobuf.ByteString;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.pubsub.FetchRequest;
import dev.switchboard.pubsub.FetchResponse;
import dev.switchboard.pubsub.PubSubGrpc;
import dev.switchboard.pubsub.ReplayPreset;
import dev.switchboard.pubsub.SchemaRequest;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One open line to the Pub/Sub API. What arrives waits in a queue that cannot grow beyond what was asked for.
 *
 * @see <a href="https://developer.salesforce.com/docs/platform/pub-sub-api/references/methods/subscribe-rpc.html">Subscribe</a>
 */
final class PubSubLine implements AutoCloseable {
    /** Salesforce keeps a silent line alive every 270 seconds. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(330);

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
    private static final Metadata.Key<String> ERROR_CODE =
            Metadata.Key.of("error-code", Metadata.ASCII_STRING_MARSHALLER);

    private final ManagedChannel channel;
    private final PubSubGrpc.PubSubStub calls;
    private final PubSubGrpc.PubSubBlockingStub questions;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private @Nullable StreamObserver<FetchRequest> requests;

    private PubSubLine(ManagedChannel channel, Metadata identity) {
        this.channel = channel;
        var headers = MetadataUtils.newAttachHeadersInterceptor(identity);
        this.calls = PubSubGrpc.newStub(channel).withInterceptors(headers);
        this.questions = PubSubGrpc.newBlockingStub(channel).withInterceptors(headers);
    }

    /** @param endpoint host and port; with {@code http://} before it, without encryption, for simulations on this machine */
    static PubSubLine open(String endpoint, Metadata identity) {
        boolean plain = endpoint.startsWith("http://");
        NettyChannelBuilder builder = NettyChannelBuilder.forTarget("dns:///" + endpoint.replaceFirst("^http://", ""));
        return new PubSubLine((plain ? builder.usePlaintext() : builder).build(), identity);
    }

    /** Asks for the topic's first changes; {@code replayId} counts only when {@code preset} is CUSTOM. */
    void subscribe(String topic, ReplayPreset preset, ByteString replayId, int most) {
        StreamObserver<FetchRequest> stream = calls.subscribe(new Arriving());
        requests = stream;
        stream.onNext(FetchRequest.newBuilder()
                .setTopicName(topic)
                .setReplayPreset(preset)
                .setReplayId(replayId)
                .setNumRequested(most)
                .build());
    }

    void askForMore(int number) {
        if (requests != null) {
            requests.onNext(FetchRequest.newBuilder().setNumRequested(number).build());
        }
    }

    /**
     * What arrived next; null when the vendor ended the line in peace.
     *
     * @throws StatusRuntimeException when the line broke
     */
    @Nullable
    FetchResponse next() throws InterruptedException {
        Arrival arrival = arrivals.poll(LONGEST_SILENCE.toSeconds(), TimeUnit.SECONDS);
        if (arrival == null) {
            throw Status.UNAVAILABLE.withDescription("silence").asRuntimeException();
        }
        return switch (arrival) {
            case Arrival.Response response -> response.value();
            case Arrival.End ended -> null;
            case Arrival.Broken broken -> throw broken.reason();
        };
    }

    String schema(String id) {
        return questions
                .withDeadlineAfter(LONGEST_ANSWER)
                .getSchema(SchemaRequest.newBuilder().setSchemaId(id).build())
                .getSchemaJson();
    }

    /** Whether the line broke because the place to begin is no longer kept, or was never one. */
    static boolean replayIdRefused(StatusRuntimeException broken) {
        Metadata trailers = broken.getTrailers();
        String code = trailers == null ? null : trailers.get(ERROR_CODE);
        String told = code + " " + broken.getStatus().getDescription();
        return broken.getStatus().getCode() == Status.Code.INVALID_ARGUMENT
                && told.toLowerCase(Locale.ROOT).replace(" ", "").contains("replayid");
    }

    static IntegrationException failed(StatusRuntimeException broken) {
        Failure failure = switch (broken.getStatus().getCode()) {
            case UNAUTHENTICATED -> new Failure.AuthExpired(null);
            case PERMISSION_DENIED -> new Failure.Forbidden(null, "PERMISSION_DENIED");
            case NOT_FOUND -> new Failure.NotFound(null);
            case RESOURCE_EXHAUSTED -> new Failure.RateLimited(null, null);
            case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE, UNIMPLEMENTED ->
                new Failure.Invalid(null, null, broken.getStatus().getCode().name());
            default -> new Failure.Unavailable(null, false, null);
        };
        return new IntegrationException("salesforce", "/eventbus.v1.PubSub/Subscribe", failure);
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    /** What the line brings. */
    private sealed interface Arrival {
        /** Changes, or a sign of life. */
        record Response(FetchResponse value) implements Arrival {}

        /** The vendor hung up. */
        record End() implements Arrival {}

        /** The line is broken. */
        record Broken(StatusRuntimeException reason) implements Arrival {}
    }

    private final class Arriving implements StreamObserver<FetchResponse> {
        @Override
        public void onNext(FetchResponse response) {
            arrivals.add(new Arrival.Response(response));
        }

        @Override
        public void onError(Throwable broken) {
            Status status = Status.fromThrowable(broken);
            arrivals.add(new Arrival.Broken(status.asRuntimeException(Status.trailersFromThrowable(broken))));
        }

        @Override
        public void onCompleted() {
            arrivals.add(new Arrival.End());
        }
    }
}
