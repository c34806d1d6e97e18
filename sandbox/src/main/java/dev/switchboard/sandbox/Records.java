package dev.switchboard.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A vendor's state: JSON objects by type and id, in the order they came. The nodes are live, so a handler changes them
 * in place. Not thread-safe by itself: the vendor's lock guards it.
 */
public final class Records {

    private final Map<String, Map<String, ObjectNode>> byType = new LinkedHashMap<>();
    private final Map<String, Long> sequences = new LinkedHashMap<>();

    public ObjectNode put(String type, String id, ObjectNode fields) {
        byType.computeIfAbsent(type, key -> new LinkedHashMap<>()).put(id, fields);
        return fields;
    }

    public Optional<ObjectNode> find(String type, String id) {
        return Optional.ofNullable(byType.getOrDefault(type, Map.of()).get(id));
    }

    public boolean remove(String type, String id) {
        Map<String, ObjectNode> ofType = byType.get(type);
        return ofType != null && ofType.remove(id) != null;
    }

    public List<ObjectNode> all(String type) {
        return List.copyOf(ofType(type));
    }

    public Stream<ObjectNode> where(String type, Predicate<ObjectNode> condition) {
        return ofType(type).stream().filter(condition);
    }

    /** The next number of a sequence: {@code first}, then one more each time. */
    public long next(String sequence, long first) {
        return sequences.merge(sequence, first, (last, start) -> last + 1);
    }

    /** Does the work, and undoes every change to records when it says false. */
    public boolean allOrNothing(BooleanSupplier work) {
        Map<String, Map<String, ObjectNode>> before = new LinkedHashMap<>();
        byType.forEach((type, ofType) -> {
            Map<String, ObjectNode> copies = new LinkedHashMap<>();
            ofType.forEach((id, fields) -> copies.put(id, fields.deepCopy()));
            before.put(type, copies);
        });
        boolean kept = work.getAsBoolean();
        if (!kept) {
            byType.clear();
            byType.putAll(before);
        }
        return kept;
    }

    void clear() {
        byType.clear();
        sequences.clear();
    }

    private Collection<ObjectNode> ofType(String type) {
        return byType.getOrDefault(type, Map.of()).values();
    }
}
