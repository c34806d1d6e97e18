package dev.switchboard.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Stores records and fills in what Salesforce itself computes: ids, numbers, names, states, times. */
final class SObjectStore {

    /** Such as {@code 2026-11-22T10:00:00.000+0000}, which is not quite ISO 8601. */
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Records records;
    private final Clock clock;

    SObjectStore(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    ObjectNode insert(SObjectType type, ObjectNode values) {
        return insert(type, values, clock.instant());
    }

    ObjectNode insert(SObjectType type, ObjectNode values, Instant created) {
        String id = SalesforceId.of(type.prefix(), records.next(type.name(), 1));
        ObjectNode stored = Json.object().put("Id", id);
        type.fields().values().stream()
                .filter(field -> field.type().equals("boolean"))
                .forEach(field -> stored.put(field.name(), false));
        stored.put("CreatedDate", TIME.format(created));
        if (type.field("OwnerId").isPresent()) {
            records.all("User").stream().findFirst().ifPresent(user -> stored.set("OwnerId", user.get("Id")));
        }
        if (type.name().equals("Case")) {
            stored.put("CaseNumber", String.format(Locale.ROOT, "%08d", records.next("CaseNumber", 1_001)));
            stored.put("Status", "New");
        }
        if (type.name().equals("Task")) {
            stored.put("Status", "Not Started").put("Priority", "Normal").put("TaskSubtype", "Task");
        }
        if (type.name().equals("ContentVersion")) {
            stored.put("ContentDocumentId", published(values, created));
        }
        merge(type, stored, values, created);
        return records.put(type.name(), SalesforceId.key(id), stored);
    }

    void update(SObjectType type, ObjectNode stored, ObjectNode values) {
        merge(type, stored, values, clock.instant());
    }

    void delete(SObjectType type, ObjectNode stored) {
        records.remove(type.name(), SalesforceId.key(stored.path("Id").asText()));
    }

    Optional<ObjectNode> find(SObjectType type, String id) {
        return records.find(type.name(), SalesforceId.key(id));
    }

    /** Several only where the field is not unique. */
    List<ObjectNode> withValue(SObjectType type, SObjectField field, String value) {
        return records.where(
                        type.name(),
                        stored -> stored.path(field.name()).asText().equals(value))
                .toList();
    }

    /** A file's first version makes the file and ties it to its record. */
    private String published(ObjectNode version, Instant created) {
        String id = SalesforceId.of("069", records.next("ContentDocument", 1));
        records.put(
                "ContentDocument",
                SalesforceId.key(id),
                Json.object()
                        .put("Id", id)
                        .put("Title", version.path("Title").asText())
                        .put("FileType", "TEXT")
                        .put("CreatedDate", TIME.format(created)));
        String link = SalesforceId.of("06A", records.next("ContentDocumentLink", 1));
        records.put(
                "ContentDocumentLink",
                SalesforceId.key(link),
                Json.object()
                        .put("Id", link)
                        .put("ContentDocumentId", id)
                        .put(
                                "LinkedEntityId",
                                version.path("FirstPublishLocationId").asText()));
        return id;
    }

    private void merge(SObjectType type, ObjectNode stored, ObjectNode values, Instant now) {
        values.properties()
                .forEach(entry ->
                        type.field(entry.getKey()).ifPresent(field -> stored.set(field.name(), entry.getValue())));
        stored.put("LastModifiedDate", TIME.format(now)).put("SystemModstamp", TIME.format(now));
        compute(type, stored, now);
    }

    private static void compute(SObjectType type, ObjectNode stored, Instant now) {
        switch (type.name()) {
            case "Contact", "Lead" ->
                stored.put(
                        "Name",
                        (stored.path("FirstName").asText("") + " "
                                        + stored.path("LastName").asText())
                                .strip());
            case "Case" -> {
                boolean closed = stored.path("Status").asText().equals("Closed");
                stored.put("IsClosed", closed).put("ClosedDate", closed ? TIME.format(now) : null);
            }
            case "Task" -> stored.put("IsClosed", stored.path("Status").asText().equals("Completed"));
            case "Opportunity" -> {
                String stage = stored.path("StageName").asText();
                stored.put("IsClosed", stage.startsWith("Closed")).put("IsWon", stage.equals("Closed Won"));
            }
            default -> {}
        }
    }
}
