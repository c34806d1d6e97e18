package dev.switchboard.sandbox.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Refusal;
import dev.switchboard.sandbox.RefusedException;
import dev.switchboard.sandbox.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** The account's resources, and what they have in common: a sid, a uri and RFC 2822 times. */
final class Account {

    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String PATH = "/2010-04-01/Accounts/" + TwilioSandbox.ACCOUNT_SID;

    private final Records records;
    private final Clock clock;

    Account(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    static String newSid(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }

    Records records() {
        return records;
    }

    String now() {
        return RFC_2822.format(clock.instant());
    }

    static Instant instant(String rfc2822) {
        return RFC_2822.parse(rfc2822, Instant::from);
    }

    Duration age(ObjectNode resource) {
        return Duration.between(instant(resource.path("date_created").asText()), clock.instant());
    }

    /** Adds what every resource has, unless it is there already, and keeps it. */
    ObjectNode add(String type, String sidPrefix, ObjectNode resource) {
        if (!resource.has("sid")) {
            resource.put("sid", newSid(sidPrefix));
        }
        String sid = resource.path("sid").asText();
        String folder = Character.toUpperCase(type.charAt(0)) + type.substring(1);
        for (String time : new String[] {"date_created", "date_updated"}) {
            if (!resource.has(time)) {
                resource.put(time, now());
            }
        }
        resource.put("account_sid", TwilioSandbox.ACCOUNT_SID)
                .put("api_version", "2010-04-01")
                .put("uri", PATH + "/" + folder + "/" + sid + ".json");
        return records.put(type, sid, resource);
    }

    /** The resource that the path names; not found otherwise. */
    ObjectNode require(Request request, String type) {
        return records.find(type, request.parameter("sid"))
                .orElseThrow(() -> new RefusedException(new Refusal.NotFound(request.path())));
    }

    boolean owns(String number) {
        return records.find("numbers", number).isPresent();
    }

    boolean hasOptedOut(String number) {
        return records.find("optouts", number).isPresent();
    }

    ObjectNode self() {
        ObjectNode self = Json.object()
                .put("sid", TwilioSandbox.ACCOUNT_SID)
                .put("friendly_name", "Switchboard sandbox")
                .put("status", "active")
                .put("type", "Full")
                .put("owner_account_sid", TwilioSandbox.ACCOUNT_SID)
                .put("date_created", "Sat, 03 Jan 2026 09:00:00 +0000")
                .put("date_updated", "Sat, 03 Jan 2026 09:00:00 +0000")
                .put("uri", PATH + ".json");
        self.putObject("subresource_uris")
                .put("messages", PATH + "/Messages.json")
                .put("calls", PATH + "/Calls.json")
                .put("recordings", PATH + "/Recordings.json");
        return self;
    }
}
