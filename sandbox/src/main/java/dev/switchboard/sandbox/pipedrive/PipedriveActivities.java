package dev.switchboard.sandbox.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Activities of API v2. Whose they are is told by the primary participant; a {@code person_id} that is sent is ignored. */
final class PipedriveActivities {

    static final String TYPE = "activities";

    private static final Set<String> KNOWN = Set.of(
            "subject",
            "type",
            "owner_id",
            "deal_id",
            "lead_id",
            "person_id",
            "org_id",
            "project_id",
            "due_date",
            "due_time",
            "duration",
            "busy",
            "done",
            "location",
            "participants",
            "attendees",
            "public_description",
            "priority",
            "note");
    private static final Set<String> SORTABLE = Set.of("id", "update_time", "add_time", "due_date");
    private static final List<String> FILTERS = List.of("person_id", "deal_id", "org_id", "owner_id", "done");

    private final Records records;
    private final Clock clock;

    PipedriveActivities(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    Answer list(Request request) {
        List<ObjectNode> matching = records.where(
                        TYPE,
                        activity -> FILTERS.stream()
                                .allMatch(filter -> request.query(filter)
                                        .map(wanted ->
                                                activity.path(filter).asText().equals(wanted))
                                        .orElse(true)))
                .filter(activity -> PipedriveTimes.isSince(
                        request, activity.path("update_time").asText()))
                .toList();
        return PipedrivePages.v2(request, matching, SORTABLE);
    }

    Answer create(Request request) {
        ObjectNode wish = request.json();
        check(wish);
        return PipedrivePages.one(add(wish));
    }

    /** The types of activities, of API v1; what v2 takes is their {@code key_string}. */
    Answer types() {
        return PipedrivePages.one(Json.array(records.all("activity-types")));
    }

    ObjectNode add(ObjectNode wish) {
        long id = records.next(TYPE, 9_001);
        ObjectNode activity = Json.object()
                .put("id", id)
                .put("type", "call")
                .put("subject", "Call")
                .put("owner_id", 1)
                .put("done", false)
                .putNull("deal_id")
                .putNull("org_id")
                .put("is_deleted", false);
        activity.putArray("participants");
        activity.setAll(wish);
        activity.put("note", PipedriveHtml.sanitized("note", wish.path("note").asText("")));
        Optional<JsonNode> primary = activity.path("participants")
                .valueStream()
                .filter(participant -> participant.path("primary").asBoolean())
                .findFirst();
        activity.set(
                "person_id",
                primary.map(participant -> participant.path("person_id"))
                        .orElse(Json.object().nullNode()));
        activity.put("add_time", PipedriveTimes.v2(clock)).put("update_time", PipedriveTimes.v2(clock));
        return records.put(TYPE, String.valueOf(id), activity);
    }

    private void check(ObjectNode wish) {
        wish.properties().forEach(entry -> {
            if (!KNOWN.contains(entry.getKey()) || !fits(entry.getKey(), entry.getValue())) {
                throw PipedriveErrors.invalid(entry.getKey() + ": is invalid");
            }
        });
    }

    private boolean fits(String name, JsonNode value) {
        return switch (name) {
            case "subject" -> value.isTextual() && value.asText().length() <= 255;
            case "type" ->
                records.where(
                                "activity-types",
                                type -> type.path("key_string").equals(value)
                                        && type.path("active_flag").asBoolean())
                        .findFirst()
                        .isPresent();
            case "due_date" -> value.asText().matches("\\d{4}-\\d{2}-\\d{2}");
            case "due_time", "duration" -> value.asText().matches("\\d{2}:[0-5]\\d");
            case "done", "busy" -> value.isBoolean();
            case "deal_id" -> isKnown("deals", value);
            case "org_id" -> isKnown("organizations", value);
            case "owner_id" -> isKnown("users", value);
            case "participants" ->
                value.isArray()
                        && value.valueStream()
                                .allMatch(participant -> isKnown(PipedrivePersons.TYPE, participant.path("person_id")))
                        && value.valueStream()
                                        .filter(participant ->
                                                participant.path("primary").asBoolean())
                                        .count()
                                == 1;
            default -> true;
        };
    }

    private boolean isKnown(String type, JsonNode id) {
        return id.isInt() && records.find(type, id.asText()).isPresent();
    }
}
