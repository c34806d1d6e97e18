package dev.switchboard.sandbox.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Persons of API v2: created, read, changed, deleted, merged. The list is up to date at once, unlike the search. */
final class PipedrivePersons {

    static final String TYPE = "persons";
    /** Ours: when the search begins to see it. */
    static final String INDEXED_FROM = "_indexed_from";

    private static final Set<String> SORTABLE = Set.of("id", "update_time", "add_time");
    private static final Set<String> LISTS = Set.of("emails", "phones", "label_ids");

    private final Records records;
    private final PipedrivePersonRules rules;
    private final PipedriveWebhooks webhooks;
    private final Clock clock;

    PipedrivePersons(Records records, PipedriveFields fields, PipedriveWebhooks webhooks, Clock clock) {
        this.records = records;
        this.rules = new PipedrivePersonRules(records, fields);
        this.webhooks = webhooks;
        this.clock = clock;
    }

    Answer list(Request request) {
        List<ObjectNode> matching = records.where(
                        TYPE, person -> !person.path("is_deleted").asBoolean())
                .filter(person -> matches(request, "org_id", person) && matches(request, "owner_id", person))
                .filter(person -> PipedriveTimes.isSince(
                        request, person.path("update_time").asText()))
                .map(PipedrivePersons::view)
                .toList();
        return PipedrivePages.v2(request, matching, SORTABLE);
    }

    /** A deleted one is still told for a month, as deleted. */
    Answer read(Request request) {
        return PipedrivePages.one(view(addressed(request)));
    }

    Answer create(Request request) {
        ObjectNode wish = request.json();
        rules.checkNew(wish);
        ObjectNode person = add(wish, clock.instant());
        webhooks.send("create", "person", view(person), null, "api");
        return PipedrivePages.one(view(person));
    }

    /** A list that is sent replaces the whole list. */
    Answer change(Request request) {
        ObjectNode wish = request.json();
        rules.check(wish);
        ObjectNode person = addressed(request);
        ObjectNode before = view(person);
        write(person, wish);
        webhooks.send("change", "person", view(person), before, "api");
        return PipedrivePages.one(view(person));
    }

    Answer delete(Request request) {
        ObjectNode person = addressed(request);
        delete(person, "api");
        return PipedrivePages.one(Json.object().put("id", person.path("id").asInt()));
    }

    /** As if somebody had typed it in, long enough ago for the search to see it. */
    ObjectNode typeIn(ObjectNode wish) {
        ObjectNode person = add(wish, Instant.EPOCH);
        webhooks.send("create", "person", view(person), null, "app");
        return person;
    }

    /** As if somebody had merged two: one is deleted, the other gets its numbers. */
    ObjectNode merge(ObjectNode wish) {
        ObjectNode gone = records.find(TYPE, wish.path("id").asText()).orElseThrow();
        ObjectNode left =
                records.find(TYPE, wish.path("merge_with_id").asText()).orElseThrow();
        ObjectNode before = view(left);
        ((ArrayNode) left.path("phones")).addAll((ArrayNode) gone.path("phones").deepCopy());
        gone.put("is_deleted", true);
        webhooks.sendMerge(view(gone), view(left), before);
        return left;
    }

    ObjectNode add(ObjectNode wish, Instant indexedFrom) {
        long id = records.next(TYPE, 1_201);
        ObjectNode person = Json.object()
                .put("id", id)
                .put("owner_id", 1)
                .putNull("org_id")
                .put("is_deleted", false)
                .put("visible_to", 3)
                .put("add_time", PipedriveTimes.v2(clock));
        LISTS.forEach(person::putArray);
        person.putObject("custom_fields");
        person.put(INDEXED_FROM, indexedFrom.toString());
        write(person, wish);
        return records.put(TYPE, String.valueOf(id), person);
    }

    static ObjectNode view(ObjectNode person) {
        ObjectNode view = person.deepCopy();
        view.remove(INDEXED_FROM);
        return view;
    }

    private void delete(ObjectNode person, String source) {
        ObjectNode before = view(person);
        person.put("is_deleted", true).put("update_time", PipedriveTimes.v2(clock));
        webhooks.send("delete", "person", null, before, source);
    }

    private void write(ObjectNode person, ObjectNode wish) {
        wish.properties().forEach(entry -> {
            if (entry.getKey().equals("custom_fields")) {
                ((ObjectNode) person.path("custom_fields")).setAll((ObjectNode) entry.getValue());
                return;
            }
            person.set(entry.getKey(), entry.getValue());
        });
        String name = person.path("name").asText().strip();
        int space = name.lastIndexOf(' ');
        person.put("name", name)
                .put("first_name", space < 0 ? name : name.substring(0, space))
                .put("last_name", space < 0 ? null : name.substring(space + 1))
                .put("update_time", PipedriveTimes.v2(clock));
    }

    private ObjectNode addressed(Request request) {
        String id = request.parameter("id");
        if (!id.matches("\\d{1,18}")) {
            throw PipedriveErrors.invalid("id: must be a number");
        }
        return records.find(TYPE, id).orElseThrow(() -> PipedriveErrors.notFound("Person"));
    }

    private static boolean matches(Request request, String parameter, JsonNode person) {
        return request.query(parameter)
                .map(wanted -> person.path(parameter).asText().equals(wanted))
                .orElse(true);
    }
}
