package dev.switchboard.sandbox.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Routes;
import java.time.Duration;
import java.util.Optional;

/** Sent and received texts. A sent one is queued at first and delivered a second later. */
final class Messages {

    static final String MESSAGING_SERVICE = "MG00000000000000000000000000000001";

    private static final int LONGEST_BODY = 1_600;
    private static final int MOST_MEDIA = 10;
    private static final Duration DELIVERY = Duration.ofSeconds(1);

    private final Account account;

    Messages(Account account) {
        this.account = account;
    }

    void routes(Routes routes, String accounts) {
        routes.post(accounts + "/Messages.json", this::create)
                .get(accounts + "/Messages.json", this::list)
                .get(accounts + "/Messages/{sid}.json", request -> Answer.json(200, current(request)))
                .post(accounts + "/Messages/{sid}.json", this::update)
                .delete(accounts + "/Messages/{sid}.json", this::delete);
    }

    static ObjectNode inbound(Account account, ObjectNode fields) {
        ObjectNode message = Json.object()
                .put("direction", "inbound")
                .put("status", "received")
                .put("to", TwilioSandbox.NUMBER)
                .put("date_sent", account.now())
                .put("num_segments", "1")
                .put("num_media", "0");
        message.setAll(fields);
        return message;
    }

    private Answer create(Request request) {
        Form form = Form.of(request);
        String to = recipient(form);
        Optional<String> from = sender(form, to);
        checkContent(form);
        String body = form.text("Body").orElse("");
        int media = form.all("MediaUrl").size();
        ObjectNode message = Json.object()
                .put("to", to)
                .put("from", from.orElse(null))
                .put("messaging_service_sid", form.text("MessagingServiceSid").orElse(null))
                .put("body", body)
                .put("status", from.isPresent() ? "queued" : "accepted")
                .put("direction", "outbound-api")
                .put("num_segments", Integer.toString(Segments.count(body)))
                .put("num_media", Integer.toString(media))
                .put("date_sent", account.now())
                .putNull("price")
                .put("price_unit", "USD")
                .putNull("error_code")
                .putNull("error_message");
        account.add("messages", media > 0 ? "MM" : "SM", message);
        message.putObject("subresource_uris")
                .put("media", message.path("uri").asText().replace(".json", "/Media.json"));
        return Answer.json(201, message);
    }

    private String recipient(Form form) {
        String to = form.text("To").orElseThrow(() -> Problem.badRequest(21_604, "A 'To' phone number is required."));
        if (!Form.isPhoneNumber(to)) {
            throw Problem.badRequest(21_211, "Invalid 'To' Phone Number: " + to);
        }
        if (account.hasOptedOut(to)) {
            throw Problem.badRequest(21_610, "Attempt to send to unsubscribed recipient");
        }
        return to;
    }

    /** Empty when a messaging service is to choose. */
    private Optional<String> sender(Form form, String to) {
        Optional<String> service = form.text("MessagingServiceSid");
        if (service.isPresent() && !service.get().equals(MESSAGING_SERVICE)) {
            throw Problem.badRequest(21_705, "The Messaging Service SID " + service.get() + " is invalid");
        }
        Optional<String> from = form.text("From");
        if (from.isEmpty() && service.isEmpty()) {
            throw Problem.badRequest(21_603, "A 'From' phone number is required.");
        }
        from.ifPresent(number -> checkSender(number, to));
        return from;
    }

    private void checkSender(String from, String to) {
        if (!Form.isPhoneNumber(from)) {
            throw Problem.badRequest(21_212, "Invalid 'From' Phone Number: " + from);
        }
        if (from.equals(to)) {
            throw Problem.badRequest(21_266, "'To' and 'From' number cannot be the same: " + to);
        }
        boolean isWhatsApp = from.startsWith("whatsapp:");
        if (isWhatsApp != to.startsWith("whatsapp:") || !account.owns(from.replace("whatsapp:", ""))) {
            throw Problem.badRequest(
                    21_606,
                    "The 'From' phone number " + from + " is not a valid message-capable Twilio phone number for this"
                            + " destination/account");
        }
    }

    private static void checkContent(Form form) {
        if (form.text("Body").isEmpty()
                && form.all("MediaUrl").isEmpty()
                && form.text("ContentSid").isEmpty()) {
            throw Problem.badRequest(21_602, "Message body is required.");
        }
        if (form.text("Body").orElse("").length() > LONGEST_BODY) {
            throw Problem.badRequest(21_617, "The concatenated message body exceeds the 1600 character limit");
        }
        if (form.all("MediaUrl").size() > MOST_MEDIA
                || !form.all("MediaUrl").stream().allMatch(Form::isUrl)) {
            throw Problem.badRequest(21_620, "Invalid media URL(s)");
        }
        form.text("StatusCallback").filter(url -> !Form.isUrl(url)).ifPresent(url -> {
            throw Problem.badRequest(21_609, "The 'StatusCallback' URL " + url + " is not a valid URL.");
        });
    }

    private Answer list(Request request) {
        account.records().all("messages").forEach(this::deliver);
        return Listing.page(
                request,
                "messages",
                account.records()
                        .where(
                                "messages",
                                Listing.equal(request, "To", "to")
                                        .and(Listing.equal(request, "From", "from"))
                                        .and(Listing.time(request, "DateSent", "date_sent")))
                        .toList());
    }

    private ObjectNode current(Request request) {
        return deliver(account.require(request, "messages"));
    }

    private ObjectNode deliver(ObjectNode message) {
        boolean isWaiting = message.path("status").asText().matches("queued|accepted");
        if (isWaiting && account.age(message).compareTo(DELIVERY) >= 0) {
            message.put("status", "delivered").put("price", "-0.00790").put("date_updated", account.now());
        }
        return message;
    }

    /** Redacts the text; nothing else of a message can be changed, but a waiting one can be cancelled. */
    private Answer update(Request request) {
        ObjectNode message = current(request);
        Form form = Form.of(request);
        if (form.has("Body") && form.text("Body").isPresent()) {
            throw Problem.badRequest(20_001, "Body can only be emptied");
        }
        if (form.has("Body")) {
            message.put("body", "");
        }
        if (form.text("Status").filter("canceled"::equals).isPresent()) {
            if (!message.path("status").asText().matches("queued|accepted|scheduled")) {
                throw Problem.badRequest(30_409, "The message cannot be canceled any more");
            }
            message.put("status", "canceled");
        }
        return Answer.json(200, message.put("date_updated", account.now()));
    }

    private Answer delete(Request request) {
        account.records()
                .remove(
                        "messages",
                        account.require(request, "messages").path("sid").asText());
        return Answer.empty(204);
    }
}
