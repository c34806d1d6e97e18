package dev.switchboard.monitor.stream;

import dev.switchboard.monitor.health.Bucket;
import dev.switchboard.monitor.health.IntegrationHealth;
import dev.switchboard.monitor.health.Memory;
import dev.switchboard.monitor.health.Rulebook;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Where integrations are kept between restarts: one small entry each, and one per bucket of their windows, so that a call
 * rewrites only its own bucket. In memory with a changelog topic: the whole state is some kilobytes per integration.
 */
final class HealthStores {
    private static final String MEMORIES = "memories";
    private static final String BUCKETS = "buckets";

    private final KeyValueStore<String, Memory> memories;
    private final KeyValueStore<String, byte[]> buckets;

    HealthStores(ProcessingContext context) {
        this.memories = context.getStateStore(MEMORIES);
        this.buckets = context.getStateStore(BUCKETS);
    }

    static StoreBuilder<KeyValueStore<String, Memory>> memories() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(MEMORIES), Serdes.String(), MemorySerde.serde())
                .withCachingEnabled();
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> buckets() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(BUCKETS), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled();
    }

    /** Everything that is kept, by integration. */
    Map<String, IntegrationHealth> load(Rulebook rulebook) {
        Map<String, IntegrationHealth> known = new HashMap<>();
        try (KeyValueIterator<String, Memory> all = memories.all()) {
            all.forEachRemaining(
                    entry -> known.put(entry.key, IntegrationHealth.remembered(entry.key, rulebook, entry.value)));
        }
        try (KeyValueIterator<String, byte[]> all = buckets.all()) {
            all.forEachRemaining(entry -> restore(known, entry.key, entry.value));
        }
        return known;
    }

    private static void restore(Map<String, IntegrationHealth> known, String key, byte[] bucket) {
        int slash = key.indexOf('/');
        IntegrationHealth health = known.get(key.substring(slash + 1));
        if (health != null) {
            health.restore(Long.parseLong(key.substring(0, slash)), Bucket.fromBytes(bucket));
        }
    }

    void keep(IntegrationHealth health) {
        memories.put(health.integration(), health.memory());
    }

    void keepBucket(IntegrationHealth health, @Nullable Long start) {
        if (start != null) {
            buckets.put(key(health, start), health.bucket(start).toBytes());
        }
    }

    void dropBucket(IntegrationHealth health, long start) {
        buckets.delete(key(health, start));
    }

    void forget(IntegrationHealth health) {
        health.bucketStarts().forEach(start -> dropBucket(health, start));
        memories.delete(health.integration());
    }

    private static String key(IntegrationHealth health, long start) {
        return start + "/" + health.integration();
    }
}
