package dev.switchboard.sandbox.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Refusal;
import dev.switchboard.sandbox.RefusedException;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Routes;
import java.util.Set;

/** Recordings of calls; the sound can be fetched once a recording is complete. */
final class Recordings {

    private static final Set<String> STATUSES = Set.of("in-progress", "paused", "stopped");

    private final Account account;
    private final Calls calls;

    Recordings(Account account, Calls calls) {
        this.account = account;
        this.calls = calls;
    }

    void routes(Routes routes, String accounts) {
        routes.get(accounts + "/Recordings.json", this::list)
                .get(
                        accounts + "/Recordings/{sid}.json",
                        request -> Answer.json(200, account.require(request, "recordings")))
                .get(accounts + "/Recordings/{sid}.wav", this::sound)
                .delete(accounts + "/Recordings/{sid}.json", this::delete)
                .get(accounts + "/Calls/{call}/Recordings.json", this::listOfCall)
                .post(accounts + "/Calls/{sid}/Recordings.json", this::start)
                .post(accounts + "/Calls/{call}/Recordings/{sid}.json", this::update);
    }

    static ObjectNode completed(Account account, ObjectNode fields) {
        ObjectNode recording = recording(account).put("status", "completed").put("duration", "1");
        recording.setAll(fields);
        return recording;
    }

    private Answer list(Request request) {
        return Listing.page(
                request,
                "recordings",
                account.records()
                        .where(
                                "recordings",
                                Listing.equal(request, "CallSid", "call_sid")
                                        .and(Listing.time(request, "DateCreated", "date_created")))
                        .toList());
    }

    private Answer listOfCall(Request request) {
        String call = request.parameter("call");
        return Listing.page(
                request,
                "recordings",
                account.records()
                        .where(
                                "recordings",
                                each -> each.path("call_sid").asText().equals(call))
                        .toList());
    }

    private Answer start(Request request) {
        ObjectNode call = calls.current(request);
        if (!call.path("status").asText().equals("in-progress")) {
            throw Problem.badRequest(21_220, "Requested resource is not eligible for recording");
        }
        Form form = Form.of(request);
        ObjectNode recording = recording(account)
                .put("status", "in-progress")
                .put("call_sid", call.path("sid").asText())
                .put("source", "StartCallRecordingAPI")
                .put(
                        "channels",
                        form.text("RecordingChannels").filter("dual"::equals).isPresent() ? 2 : 1);
        return Answer.json(201, account.add("recordings", "RE", recording));
    }

    private Answer update(Request request) {
        ObjectNode recording = account.require(request, "recordings");
        String status = Form.of(request).text("Status").orElse("");
        if (!STATUSES.contains(status)) {
            throw Problem.badRequest(20_001, "Invalid Status: " + status);
        }
        if (recording.path("status").asText().equals("completed")) {
            throw Problem.badRequest(21_220, "Requested resource is not eligible for recording");
        }
        recording.put("date_updated", account.now());
        if (!status.equals("stopped")) {
            return Answer.json(200, recording.put("status", status));
        }
        ObjectNode stopped = recording.deepCopy().put("status", "stopped");
        long seconds = account.age(recording).toSeconds();
        recording.put("status", "completed").put("duration", Long.toString(seconds));
        return Answer.json(200, stopped);
    }

    private Answer delete(Request request) {
        account.records()
                .remove(
                        "recordings",
                        account.require(request, "recordings").path("sid").asText());
        return Answer.empty(204);
    }

    private Answer sound(Request request) {
        ObjectNode recording = account.require(request, "recordings");
        if (!recording.path("status").asText().equals("completed")) {
            throw new RefusedException(new Refusal.NotFound(request.path()));
        }
        return Answer.text(200, "audio/x-wav", Silence.WAV);
    }

    private static ObjectNode recording(Account account) {
        return Json.object()
                .put("start_time", account.now())
                .put("source", "RecordVerb")
                .put("channels", 1)
                .putNull("duration")
                .putNull("price")
                .put("price_unit", "USD")
                .putNull("error_code")
                .putNull("conference_sid")
                .putNull("encryption_details");
    }
}
