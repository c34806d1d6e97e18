package dev.switchboard.cli.call;

import com.fasterxml.jackson.databind.JsonNode;

/** A record that a system holds. */
record Finding(RecordKind kind, JsonNode record) {
    String id() {
        return RecordKind.id(record);
    }

    String describe() {
        return kind.noun() + " " + id() + ": " + kind.title(record);
    }
}
