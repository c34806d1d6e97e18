package dev.switchboard.sandbox.salesforce;

import com.google.protobuf.ByteString;
import dev.switchboard.pubsub.ConsumerEvent;
import dev.switchboard.pubsub.ProducerEvent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The change events that are kept, by topic, and the schemas they are written by. Replay ids go up and have gaps. */
final class ChangeEventBus {
    private static final Map<String, String> TOPICS = Map.of(
            "/data/ContactChangeEvent", "Contact",
            "/data/LeadChangeEvent", "Lead",
            "/data/CaseChangeEvent", "Case");
    private static final int GAP = 10;

    /** An event and the topic it belongs to. */
    private record Kept(String type, long replayId, ConsumerEvent event) {}

    private final SalesforceSchema schema;
    private final List<Kept> kept = new ArrayList<>();
    private final Map<String, ChangeEventSchema> schemas = new LinkedHashMap<>();
    private long latest = 1_000;
    private long oldest = latest;

    ChangeEventBus(SalesforceSchema schema) {
        this.schema = schema;
    }

    static boolean hasTopic(String topic) {
        return TOPICS.containsKey(topic);
    }

    synchronized void add(RecordChange change) {
        if (!TOPICS.containsValue(change.type().name())) {
            return;
        }
        ChangeEventSchema written = schemaOf(change.type().name());
        latest++;
        ProducerEvent event = ProducerEvent.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setSchemaId(written.id())
                .setPayload(ByteString.copyFrom(written.written(change, latest)))
                .build();
        kept.add(new Kept(
                change.type().name(),
                latest,
                ConsumerEvent.newBuilder()
                        .setEvent(event)
                        .setReplayId(bytes(latest))
                        .build()));
    }

    /** The topic's events behind a place, oldest first. */
    synchronized List<ConsumerEvent> after(String topic, long replayId, int most) {
        return kept.stream()
                .filter(each -> each.type().equals(TOPICS.get(topic)) && each.replayId() > replayId)
                .limit(most)
                .map(Kept::event)
                .toList();
    }

    synchronized long latest() {
        return latest;
    }

    /** Behind which everything that is kept is told. */
    synchronized long beforeOldest() {
        return oldest;
    }

    /** Whether the place is within what is kept. */
    synchronized boolean knows(long replayId) {
        return replayId >= oldest && replayId <= latest;
    }

    synchronized String schemaId(String topic) {
        return schemaOf(TOPICS.getOrDefault(topic, "")).id();
    }

    synchronized Optional<String> schema(String id) {
        return schemas.values().stream()
                .filter(each -> each.id().equals(id))
                .map(ChangeEventSchema::json)
                .findFirst();
    }

    /** As after three days. */
    synchronized void forget() {
        kept.clear();
        latest += GAP;
        oldest = latest;
    }

    static ByteString bytes(long replayId) {
        return ByteString.copyFrom(
                ByteBuffer.allocate(Long.BYTES).putLong(replayId).array());
    }

    /** The place; null when the bytes are none. */
    static @Nullable Long place(ByteString replayId) {
        return replayId.size() == Long.BYTES ? replayId.asReadOnlyByteBuffer().getLong() : null;
    }

    private ChangeEventSchema schemaOf(String type) {
        return schemas.computeIfAbsent(
                type, name -> new ChangeEventSchema(schema.type(name).orElseThrow()));
    }
}
