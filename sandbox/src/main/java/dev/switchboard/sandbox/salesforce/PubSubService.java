package dev.switchboard.sandbox.salesforce;

import dev.switchboard.pubsub.FetchRequest;
import dev.switchboard.pubsub.FetchResponse;
import dev.switchboard.pubsub.PubSubGrpc;
import dev.switchboard.pubsub.SchemaInfo;
import dev.switchboard.pubsub.SchemaRequest;
import dev.switchboard.pubsub.TopicInfo;
import dev.switchboard.pubsub.TopicRequest;
import dev.switchboard.sandbox.Tokens;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The Pub/Sub API over gRPC, without encryption. A line that nothing is told on is kept alive every ten seconds instead of the
 * vendor's 270.
 */
final class PubSubService extends PubSubGrpc.PubSubImplBase {
    private static final Context.Key<String> TOKEN = Context.key("accesstoken");
    private static final long TICK_MILLIS = 100;
    private static final int ALIVE_AFTER_TICKS = 100;

    private final ChangeEventBus bus;
    private final Tokens tokens;
    private final List<ChangeStream> streams = new CopyOnWriteArrayList<>();

    private PubSubService(ChangeEventBus bus, Tokens tokens) {
        this.bus = bus;
        this.tokens = tokens;
    }

    static Server listen(int port, ChangeEventBus bus, Tokens tokens) {
        PubSubService service = new PubSubService(bus, tokens);
        Thread.ofVirtual().name("pubsub").start(service::tick);
        try {
            return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port))
                    .addService(service)
                    .intercept(service.new SignIn())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's Pub/Sub API cannot listen on port " + port, e);
        }
    }

    @Override
    public StreamObserver<FetchRequest> subscribe(StreamObserver<FetchResponse> subscriber) {
        String token = TOKEN.get();
        ChangeStream stream = new ChangeStream(bus, () -> valid(token), subscriber);
        streams.add(stream);
        return stream;
    }

    @Override
    public void getSchema(SchemaRequest request, StreamObserver<SchemaInfo> answer) {
        bus.schema(request.getSchemaId())
                .ifPresentOrElse(
                        json -> {
                            answer.onNext(SchemaInfo.newBuilder()
                                    .setSchemaId(request.getSchemaId())
                                    .setSchemaJson(json)
                                    .build());
                            answer.onCompleted();
                        },
                        () -> answer.onError(ChangeStream.refusal(
                                Status.Code.NOT_FOUND, "schema.not.found", "The schema does not exist.")));
    }

    @Override
    public void getTopic(TopicRequest request, StreamObserver<TopicInfo> answer) {
        if (!ChangeEventBus.hasTopic(request.getTopicName())) {
            answer.onError(ChangeStream.refusal(Status.Code.NOT_FOUND, "topic.not.found", "The topic does not exist."));
            return;
        }
        answer.onNext(TopicInfo.newBuilder()
                .setTopicName(request.getTopicName())
                .setTenantGuid(SalesforceFlows.ORGANIZATION)
                .setCanSubscribe(true)
                .setSchemaId(bus.schemaId(request.getTopicName()))
                .build());
        answer.onCompleted();
    }

    private boolean valid(String token) {
        return tokens.state(token) == Tokens.State.VALID;
    }

    private void tick() {
        for (int ticks = 1; !Thread.currentThread().isInterrupted(); ticks++) {
            boolean alive = ticks % ALIVE_AFTER_TICKS == 0;
            streams.removeIf(ChangeStream::isOver);
            streams.forEach(stream -> stream.tell(alive));
            try {
                Thread.sleep(TICK_MILLIS);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Every call shows a session, where it is good for, and whose it is. */
    private final class SignIn implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            String token = header(headers, "accesstoken");
            boolean known = valid(token)
                    && header(headers, "instanceurl").startsWith("http")
                    && header(headers, "tenantid").equals(SalesforceFlows.ORGANIZATION);
            if (known) {
                return Contexts.interceptCall(Context.current().withValue(TOKEN, token), call, headers, next);
            }
            var refusal = ChangeStream.noSession();
            Metadata trailers = refusal.getTrailers();
            call.close(refusal.getStatus(), trailers == null ? new Metadata() : trailers);
            return new ServerCall.Listener<>() {};
        }

        private static String header(Metadata headers, String name) {
            String value = headers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
            return value == null ? "" : value;
        }
    }
}
