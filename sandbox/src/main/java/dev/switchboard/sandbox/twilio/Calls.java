package dev.switchboard.sandbox.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Routes;
import java.time.Duration;
import java.util.Set;

/** Calls. One that was placed rings after a second and is answered after two. */
final class Calls {

    private static final Duration UNTIL_RINGING = Duration.ofSeconds(1);
    private static final Duration UNTIL_ANSWERED = Duration.ofSeconds(2);
    private static final Set<String> NOT_ANSWERED = Set.of("queued", "ringing");

    private final Account account;

    Calls(Account account) {
        this.account = account;
    }

    void routes(Routes routes, String accounts) {
        routes.post(accounts + "/Calls.json", this::create)
                .get(accounts + "/Calls.json", this::list)
                .get(accounts + "/Calls/{sid}.json", request -> Answer.json(200, current(request)))
                .post(accounts + "/Calls/{sid}.json", this::update);
    }

    static ObjectNode inbound(Account account, ObjectNode fields) {
        ObjectNode call =
                call("inbound", "in-progress").put("to", TwilioSandbox.NUMBER).put("start_time", account.now());
        call.setAll(fields);
        return call;
    }

    private Answer create(Request request) {
        Form form = Form.of(request);
        String to = form.text("To").orElseThrow(() -> Problem.badRequest(21_201, "No 'To' number is specified"));
        String from = form.text("From").orElseThrow(() -> Problem.badRequest(21_213, "No 'From' number is specified"));
        if (!Form.isPhoneNumber(to)) {
            throw Problem.badRequest(21_211, "The phone number you are attempting to call, " + to + ", is not valid.");
        }
        if (!Form.isPhoneNumber(from)) {
            throw Problem.badRequest(21_212, "Invalid 'From' Phone Number: " + from);
        }
        if (!account.owns(from)) {
            throw Problem.badRequest(
                    21_210, "The source phone number provided, " + from + ", is not yet verified for your account.");
        }
        if (form.text("Url").isEmpty()
                && form.text("Twiml").isEmpty()
                && form.text("ApplicationSid").isEmpty()) {
            throw Problem.badRequest(21_205, "Url parameter is required.");
        }
        form.text("Url").ifPresent(Calls::checkUrl);
        ObjectNode call = account.add(
                "calls", "CA", call("outbound-api", "queued").put("to", to).put("from", from));
        call.putObject("subresource_uris")
                .put("recordings", call.path("uri").asText().replace(".json", "/Recordings.json"));
        return Answer.json(201, call);
    }

    private static ObjectNode call(String direction, String status) {
        return Json.object()
                .put("direction", direction)
                .put("status", status)
                .putNull("parent_call_sid")
                .putNull("start_time")
                .putNull("end_time")
                .putNull("duration")
                .putNull("price")
                .put("price_unit", "USD")
                .putNull("answered_by")
                .putNull("caller_name")
                .putNull("forwarded_from")
                .putNull("phone_number_sid")
                .putNull("group_sid")
                .putNull("trunk_sid")
                .put("queue_time", "0");
    }

    private Answer list(Request request) {
        account.records().all("calls").forEach(this::progress);
        return Listing.page(
                request,
                "calls",
                account.records()
                        .where(
                                "calls",
                                Listing.equal(request, "To", "to")
                                        .and(Listing.equal(request, "From", "from"))
                                        .and(Listing.equal(request, "Status", "status"))
                                        .and(Listing.equal(request, "ParentCallSid", "parent_call_sid"))
                                        .and(Listing.time(request, "StartTime", "date_created")))
                        .toList());
    }

    /** The call that the path names, as it stands now. */
    ObjectNode current(Request request) {
        return progress(account.require(request, "calls"));
    }

    private ObjectNode progress(ObjectNode call) {
        Duration age = account.age(call);
        if (!NOT_ANSWERED.contains(call.path("status").asText()) || age.compareTo(UNTIL_RINGING) < 0) {
            return call;
        }
        if (age.compareTo(UNTIL_ANSWERED) < 0) {
            return call.put("status", "ringing");
        }
        return call.put("status", "in-progress").put("start_time", account.now());
    }

    /** Redirects a live call, or ends it: a live one is completed, one not yet answered may be canceled. */
    private Answer update(Request request) {
        ObjectNode call = current(request);
        Form form = Form.of(request);
        String wanted = form.text("Status").orElse("");
        boolean isRedirect = form.text("Url").isPresent() || form.text("Twiml").isPresent();
        String status = call.path("status").asText();
        if (!Set.of("", "completed", "canceled").contains(wanted)) {
            throw Problem.badRequest(21_218, "Invalid Status: " + wanted);
        }
        if (wanted.isEmpty() && !isRedirect) {
            throw Problem.badRequest(21_205, "Url parameter is required.");
        }
        boolean isLive = status.equals("in-progress");
        boolean isWaiting = NOT_ANSWERED.contains(status);
        if (wanted.equals("canceled") ? !isWaiting : !(isLive || (isWaiting && wanted.equals("completed")))) {
            throw Problem.badRequest(21_220, "Call is not in-progress. Cannot redirect.");
        }
        form.text("Url").ifPresent(Calls::checkUrl);
        if (!wanted.isEmpty()) {
            end(call, isLive ? "completed" : "canceled");
        }
        return Answer.json(200, call.put("date_updated", account.now()));
    }

    private void end(ObjectNode call, String status) {
        call.put("status", status).put("end_time", account.now());
        long seconds = call.path("start_time").isTextual()
                ? Duration.between(Account.instant(call.path("start_time").asText()), Account.instant(account.now()))
                        .toSeconds()
                : 0;
        call.put("duration", Long.toString(seconds));
        account.records()
                .where("recordings", each -> each.path("call_sid").equals(call.path("sid")))
                .forEach(recording -> recording.put("status", "completed").put("duration", Long.toString(seconds)));
    }

    private static void checkUrl(String url) {
        if (!Form.isUrl(url)) {
            throw Problem.badRequest(21_205, "Url is not a valid URL: " + url);
        }
    }
}
