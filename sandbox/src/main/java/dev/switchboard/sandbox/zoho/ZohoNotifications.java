package dev.switchboard.sandbox.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Webhooks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notification channels: what changes in a watched module is told to the channel's address, unsigned, with the channel's token in
 * the body. A channel dies after a week at the latest, after an hour when nobody said how long it shall live.
 */
final class ZohoNotifications {

    private static final String CHANNELS = "channels";
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration STANDARD = Duration.ofHours(1);
    private static final Map<String, String> OPERATIONS =
            Map.of("insert", "create", "update", "edit", "delete", "delete");

    private final ZohoSchema schema;
    private final Records records;
    private final Webhooks webhooks;
    private final Clock clock;

    ZohoNotifications(ZohoSchema schema, Records records, Webhooks webhooks, Clock clock) {
        this.schema = schema;
        this.records = records;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    Answer watch(Request request) {
        return each(request, this::watched);
    }

    Answer renew(Request request) {
        return each(
                request,
                wish -> records.find(CHANNELS, wish.path("channel_id").asText()).isPresent()
                        ? watched(wish)
                        : ZohoErrors.error(
                                "INVALID_DATA",
                                "the channel id given seems to be invalid",
                                Json.object().put("api_name", "channel_id")));
    }

    /** All of them, or the one that is asked for. */
    Answer list(Request request) {
        Optional<String> id = request.query("channel_id");
        List<ObjectNode> channels = records.where(CHANNELS, this::isAlive)
                .filter(channel -> id.isEmpty()
                        || id.get().equals(channel.path("channel_id").asText()))
                .toList();
        return channels.isEmpty()
                ? Answer.empty(204)
                : Answer.json(200, Json.object().set("watch", Json.array(channels)));
    }

    Answer stop(Request request) {
        String ids = request.query("channel_ids").orElseThrow(() -> ZohoErrors.missing("channel_ids"));
        for (String id : ids.split(",", -1)) {
            records.remove(CHANNELS, id);
        }
        ObjectNode body = Json.object();
        body.putArray("watch").addObject().put("code", "SUCCESS").put("status", "success");
        return Answer.json(200, body);
    }

    /** Tells whoever watches; the values of changed fields only to a channel that wants them. */
    void tell(String module, String operation, ObjectNode record, List<String> fields) {
        String id = record.path("id").asText();
        records.where(CHANNELS, this::isAlive)
                .filter(channel -> watches(channel, module, operation))
                .forEach(channel -> {
                    ObjectNode body = Json.object()
                            .put("server_time", clock.instant().toEpochMilli())
                            .put("module", module)
                            .put("resource_uri", "https://www.zohoapis.eu/crm/v8/" + module)
                            .put("operation", operation)
                            .put("channel_id", channel.path("channel_id").asText())
                            .put("token", channel.path("token").asText());
                    body.putObject("query_params");
                    body.putArray("ids").add(id);
                    ArrayNode affected = body.putArray("affected_fields");
                    if (!fields.isEmpty()) {
                        fields.forEach(affected.addObject().putArray(id)::add);
                    }
                    if (!fields.isEmpty()
                            && channel.path("return_affected_field_values").asBoolean()) {
                        ArrayNode values = body.putArray("affected_values");
                        ObjectNode changed =
                                values.addObject().put("record_id", id).putObject("values");
                        fields.forEach(field -> changed.set(field, record.path(field)));
                    }
                    webhooks.postToSecretPath(
                            channel.path("token").asText(),
                            Map.of("Content-Type", "application/json"),
                            body.toString());
                });
    }

    /** A channel that an administrator made. */
    void seed(String token) {
        ObjectNode wish = Json.object()
                .put("channel_id", "1000000068001")
                .put("token", token)
                .put("notify_url", "https://switchboard.example/webhooks/zoho/" + token)
                .put(
                        "channel_expiry",
                        ZohoStore.time(clock.instant().plus(LONGEST).minusSeconds(60)));
        wish.putArray("events").add("Contacts.all").add("Leads.all").add("Cases.all");
        watched(wish);
    }

    private Answer each(Request request, java.util.function.Function<ObjectNode, ObjectNode> make) {
        JsonNode wishes = request.json().path("watch");
        if (!wishes.isArray() || wishes.isEmpty()) {
            throw ZohoErrors.invalid(
                    "MANDATORY_NOT_FOUND",
                    "required field not found",
                    Json.object().put("api_name", "watch"));
        }
        ArrayNode results = Json.array();
        wishes.forEach(wish -> results.add(make.apply((ObjectNode) wish)));
        boolean failed = results.valueStream()
                .anyMatch(result -> result.path("status").asText().equals("error"));
        int good = request.method().equals("POST") ? 201 : 200;
        return Answer.json(failed ? 202 : good, Json.object().set("watch", results));
    }

    private ObjectNode watched(ObjectNode wish) {
        Instant now = clock.instant();
        Optional<ObjectNode> wrong = wrong(wish, now);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        ObjectNode channel = wish.deepCopy();
        if (!channel.has("channel_expiry")) {
            channel.put("channel_expiry", ZohoStore.time(now.plus(STANDARD)));
        }
        records.put(CHANNELS, channel.path("channel_id").asText(), channel);
        ObjectNode result = Json.object().put("code", "SUCCESS");
        ArrayNode events = result.putObject("details").putArray("events");
        channel.path("events")
                .forEach(event -> events.addObject()
                        .put("channel_expiry", channel.path("channel_expiry").asText())
                        .put("resource_name", event.asText().replaceFirst("\\..*", ""))
                        .put("channel_id", channel.path("channel_id").asText()));
        return result.put("message", "Successfully subscribed for actions-watch of the given module")
                .put("status", "success");
    }

    private Optional<ObjectNode> wrong(ObjectNode wish, Instant now) {
        String field = "";
        if (!wish.path("channel_id").asText().matches("\\d{1,19}")) {
            field = "channel_id";
        } else if (wish.path("token").asText().length() > 50) {
            field = "token";
        } else if (wish.path("notify_url").asText().isEmpty()) {
            field = "notify_url";
        } else if (wish.has("channel_expiry") && expiry(wish).isAfter(now.plus(LONGEST))) {
            field = "channel_expiry";
        }
        if (field.isEmpty()
                && !wish.path("events")
                        .valueStream()
                        .allMatch(event -> schema.has(event.asText().replaceFirst("\\..*", "")))) {
            field = "events";
        }
        return field.isEmpty()
                ? Optional.empty()
                : Optional.of(ZohoErrors.error(
                        "INVALID_DATA", "invalid data", Json.object().put("api_name", field)));
    }

    private boolean isAlive(ObjectNode channel) {
        return expiry(channel).isAfter(clock.instant());
    }

    private static Instant expiry(JsonNode channel) {
        return OffsetDateTime.parse(channel.path("channel_expiry").asText()).toInstant();
    }

    private static boolean watches(ObjectNode channel, String module, String operation) {
        return channel.path("events")
                .valueStream()
                .map(JsonNode::asText)
                .anyMatch(event ->
                        event.equals(module + ".all") || event.equals(module + "." + OPERATIONS.get(operation)));
    }
}
