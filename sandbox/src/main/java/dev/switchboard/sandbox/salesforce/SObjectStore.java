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
import java.util.function.Supplier;

/** Stores records and fills in what Salesforce itself computes: ids, numbers, names, states, times. */
final class SObjectStore {

    /** Such as {@code 2026-11-22T10:00:00.000+0000}, which is not quite ISO 8601. */
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final String INTEGRATION_USER = "0055f0000000001AAA";
    private static final String ADMINISTRATOR = "0055f0000000099AAA";

    private final Records records;
    private final Clock clock;
    private final RecordChanges changes;
    private String user = INTEGRATION_USER;

    SObjectStore(Records records, Clock clock, RecordChanges changes) {
        this.records = records;
        this.clock = clock;
        this.changes = changes;
    }

    ObjectNode insert(SObjectType type, ObjectNode values) {
        return told(
                type,
                RecordChange.Kind.CREATE,
                List.copyOf(type.fields().keySet()),
                insert(type, values, clock.instant()));
    }

    /** What is done in it is not the API's user's doing. */
    ObjectNode asAdministrator(Supplier<ObjectNode> work) {
        user = ADMINISTRATOR;
        try {
            return work.get();
        } finally {
            user = INTEGRATION_USER;
        }
    }

    /** Made long ago and told now. */
    ObjectNode imported(SObjectType type, ObjectNode values, Instant created) {
        return told(type, RecordChange.Kind.CREATE, List.copyOf(type.fields().keySet()), insert(type, values, created));
    }

    /** Made then; nobody is told of it. */
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
        set(type, stored, values, created);
        return records.put(type.name(), SalesforceId.key(id), stored);
    }

    void update(SObjectType type, ObjectNode stored, ObjectNode values) {
        ObjectNode before = stored.deepCopy();
        set(type, stored, values, clock.instant());
        List<String> changed = type.fields().keySet().stream()
                .filter(field -> !before.path(field).equals(stored.path(field)))
                .toList();
        told(type, RecordChange.Kind.UPDATE, changed, stored);
    }

    void delete(SObjectType type, ObjectNode stored) {
        remove(type, stored);
        told(type, RecordChange.Kind.DELETE, List.of(), stored);
    }

    /** What belongs to the one that goes belongs to the other afterwards. */
    void merge(SObjectType type, ObjectNode loser, ObjectNode master) {
        String goes = loser.path("Id").asText();
        String stays = master.path("Id").asText();
        for (String owned : List.of("Case.ContactId", "Task.WhoId")) {
            String[] place = owned.split("\\.", -1);
            records.where(place[0], each -> each.path(place[1]).asText().equals(goes))
                    .forEach(each -> each.put(place[1], stays));
        }
        remove(type, loser);
        changes.add(new RecordChange(type, RecordChange.Kind.DELETE, loser, List.of(), user, stays, clock.instant()));
        update(type, master, Json.object());
    }

    private void remove(SObjectType type, ObjectNode stored) {
        records.remove(type.name(), SalesforceId.key(stored.path("Id").asText()));
    }

    private ObjectNode told(SObjectType type, RecordChange.Kind kind, List<String> fields, ObjectNode stored) {
        changes.add(new RecordChange(type, kind, stored, fields, user, null, clock.instant()));
        return stored;
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

    private void set(SObjectType type, ObjectNode stored, ObjectNode values, Instant now) {
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
