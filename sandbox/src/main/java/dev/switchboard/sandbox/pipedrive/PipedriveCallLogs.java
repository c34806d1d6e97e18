package dev.switchboard.sandbox.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Calls as telephony writes them, which only API v1 has. Nothing keeps one from being written twice, and none can be looked for by
 * its person. One that names an activity turns that into the call, and takes the persons from it.
 */
final class PipedriveCallLogs {

    static final String TYPE = "call-logs";

    private static final List<String> REQUIRED = List.of("to_phone_number", "outcome", "start_time", "end_time");
    private static final Set<String> OUTCOMES =
            Set.of("connected", "no_answer", "left_message", "left_voicemail", "wrong_number", "busy");
    private static final int LARGEST_PAGE = 50;

    private final Records records;

    PipedriveCallLogs(Records records) {
        this.records = records;
    }

    Answer list(Request request) {
        return PipedrivePages.v1(request, records.all(TYPE), LARGEST_PAGE);
    }

    Answer read(Request request) {
        return PipedrivePages.one(
                records.find(TYPE, request.parameter("id")).orElseThrow(() -> PipedriveErrors.notFound("Call log")));
    }

    Answer create(Request request) {
        ObjectNode wish = request.json();
        check(wish);
        String id = UUID.randomUUID().toString().replace("-", "");
        ObjectNode call = wish.deepCopy();
        call.put("start_time", time(wish, "start_time").toString())
                .put("end_time", time(wish, "end_time").toString())
                .put("id", id)
                .put("user_id", 1)
                .put("company_id", 77)
                .put("has_recording", false);
        if (wish.hasNonNull("activity_id")) {
            convert(activity(wish), call);
        }
        return PipedrivePages.one(records.put(TYPE, id, call));
    }

    private static void convert(ObjectNode activity, ObjectNode call) {
        call.set("person_id", activity.path("person_id"));
        activity.put("done", true);
        if (call.hasNonNull("subject")) {
            activity.set("subject", call.path("subject"));
        }
        if (call.hasNonNull("note")) {
            activity.put(
                    "note", PipedriveHtml.sanitized("note", call.path("note").asText()));
        }
    }

    private ObjectNode activity(ObjectNode wish) {
        ObjectNode activity = records.find(
                        PipedriveActivities.TYPE, wish.path("activity_id").asText())
                .orElseThrow(() -> PipedriveErrors.notFound("Activity"));
        if (!activity.path("type").asText().equals("call")) {
            throw PipedriveErrors.invalid("activity_id: must be an activity of the type call");
        }
        return activity;
    }

    private void check(ObjectNode wish) {
        REQUIRED.stream().filter(name -> wish.path(name).asText("").isBlank()).forEach(name -> {
            throw PipedriveErrors.invalid(name + ": is required");
        });
        if (!OUTCOMES.contains(wish.path("outcome").asText())) {
            throw PipedriveErrors.invalid("outcome: must be one of " + OUTCOMES);
        }
        if (time(wish, "end_time").isBefore(time(wish, "start_time"))) {
            throw PipedriveErrors.invalid("end_time: is before start_time");
        }
        JsonNode duration = wish.path("duration");
        if (!duration.isMissingNode()
                && !(duration.isTextual() && duration.asText().matches("\\d+"))) {
            throw PipedriveErrors.invalid("duration: must be the seconds as a string");
        }
        if (wish.hasNonNull("deal_id") && wish.hasNonNull("lead_id")) {
            throw PipedriveErrors.invalid("deal_id and lead_id exclude each other");
        }
        if (wish.hasNonNull("person_id")
                && records.find(PipedrivePersons.TYPE, wish.path("person_id").asText())
                        .isEmpty()) {
            throw PipedriveErrors.notFound("Person");
        }
    }

    private static Instant time(ObjectNode wish, String name) {
        return PipedriveTimes.readV1(wish.path(name).asText())
                .orElseThrow(() -> PipedriveErrors.invalid(name + ": must be YYYY-MM-DD HH:MM:SS"));
    }
}
