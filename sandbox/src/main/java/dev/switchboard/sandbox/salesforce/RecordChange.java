package dev.switchboard.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a record.
 *
 * @param record as it is now; of a deleted one, as it was last
 * @param fields those that have another value than before
 * @param user who did it
 * @param mergedInto the record that took its place; null unless it was merged away
 */
record RecordChange(
        SObjectType type,
        Kind kind,
        ObjectNode record,
        List<String> fields,
        String user,
        @Nullable String mergedInto,
        Instant at) {
    RecordChange {
        record = record.deepCopy();
        fields = List.copyOf(fields);
    }

    /** As change events call it. */
    enum Kind {
        CREATE,
        UPDATE,
        DELETE
    }

    String id() {
        return record.path("Id").asText();
    }
}
