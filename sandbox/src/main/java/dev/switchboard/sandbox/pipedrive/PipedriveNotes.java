package dev.switchboard.sandbox.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Notes, which only API v1 has: their times are v1's, and so are flags of 0 and 1. */
final class PipedriveNotes {

    static final String TYPE = "notes";

    private static final int LARGEST_PAGE = 500;
    private static final Map<String, String> OWNERS =
            Map.of("person_id", PipedrivePersons.TYPE, "deal_id", "deals", "org_id", "organizations");

    private final Records records;
    private final Clock clock;

    PipedriveNotes(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    Answer list(Request request) {
        List<ObjectNode> matching = records.where(
                        TYPE,
                        note -> OWNERS.keySet().stream()
                                .allMatch(owner -> request.query(owner)
                                        .map(wanted -> note.path(owner).asText().equals(wanted))
                                        .orElse(true)))
                .filter(note -> PipedriveTimes.isSince(
                        request, note.path("update_time").asText().replace(' ', 'T') + "Z"))
                .sorted(order(request.query("sort").orElse("id ASC")))
                .toList();
        return PipedrivePages.v1(request, matching, LARGEST_PAGE);
    }

    Answer create(Request request) {
        ObjectNode wish = request.json();
        if (wish.path("content").asText("").isBlank()) {
            throw PipedriveErrors.invalid("content: is required");
        }
        if (OWNERS.keySet().stream().noneMatch(wish::hasNonNull)) {
            throw PipedriveErrors.invalid("at least one of deal_id, person_id, org_id must be provided");
        }
        wish.properties().forEach(entry -> check(entry.getKey(), entry.getValue()));
        return PipedrivePages.one(add(wish));
    }

    ObjectNode add(ObjectNode wish) {
        long id = records.next(TYPE, 501);
        ObjectNode note = Json.object()
                .put("id", id)
                .put("active_flag", true)
                .put("user_id", 1)
                .putNull("person_id")
                .putNull("deal_id")
                .putNull("org_id");
        note.setAll(wish);
        note.put(
                        "content",
                        PipedriveHtml.sanitized("content", wish.path("content").asText()))
                .put("pinned_to_person_flag", wish.path("pinned_to_person_flag").asInt() == 1)
                .put("add_time", PipedriveTimes.v1(clock))
                .put("update_time", PipedriveTimes.v1(clock));
        return records.put(TYPE, String.valueOf(id), note);
    }

    private void check(String name, JsonNode value) {
        String type = OWNERS.get(name);
        if (type != null && records.find(type, value.asText()).isEmpty()) {
            throw PipedriveErrors.notFound(name);
        }
        if (name.endsWith("_flag") && !value.asText().matches("[01]")) {
            throw PipedriveErrors.invalid(name + ": must be 0 or 1");
        }
    }

    /** A field, a space, and a direction. */
    private static Comparator<ObjectNode> order(String sort) {
        if (!sort.matches("(id|add_time|update_time) (ASC|DESC)")) {
            throw PipedriveErrors.invalid("sort: is invalid");
        }
        String field = sort.substring(0, sort.indexOf(' '));
        Comparator<ObjectNode> byId =
                Comparator.comparingLong(note -> note.path("id").asLong());
        Comparator<ObjectNode> ascending = field.equals("id")
                ? byId
                : Comparator.comparing((ObjectNode note) -> note.path(field).asText())
                        .thenComparing(byId);
        return sort.endsWith("DESC") ? ascending.reversed() : ascending;
    }
}
