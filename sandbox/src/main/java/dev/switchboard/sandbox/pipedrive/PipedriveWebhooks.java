package dev.switchboard.sandbox.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks of version 2.0, one for each subscription that fits; unsigned, with the user and password of the subscription. Ids in them
 * are strings, and custom fields are objects where the API has plain values.
 */
final class PipedriveWebhooks {

    private static final String TYPE = "webhooks";
    private static final int MOST = 40;
    private static final Set<String> REQUIRED = Set.of("subscription_url", "event_action", "event_object", "name");

    private final Records records;
    private final Webhooks outgoing;
    private final PipedriveFields fields;
    private final Clock clock;

    PipedriveWebhooks(Records records, Webhooks outgoing, PipedriveFields fields, Clock clock) {
        this.records = records;
        this.outgoing = outgoing;
        this.fields = fields;
        this.clock = clock;
    }

    Answer list() {
        return Answer.json(
                200, Json.object().put("success", true).put("status", "ok").set("data", Json.array(records.all(TYPE))));
    }

    Answer create(Request request) {
        ObjectNode wish = request.json();
        boolean complete =
                REQUIRED.stream().noneMatch(name -> wish.path(name).asText("").isBlank());
        if (!complete
                || !wish.path("event_action").asText().matches("create|change|delete|\\*")
                || !wish.path("subscription_url").asText().startsWith("https://")) {
            throw PipedriveErrors.invalid("subscription_url, event_action, event_object and name are required");
        }
        if (records.all(TYPE).size() >= MOST) {
            return PipedriveErrors.answer(422, "The limit of webhooks is reached");
        }
        return Answer.json(
                201, Json.object().put("success", true).put("status", "ok").set("data", add(wish)));
    }

    Answer delete(Request request) {
        if (!records.remove(TYPE, request.parameter("id"))) {
            throw PipedriveErrors.notFound("Webhook");
        }
        return Answer.json(200, Json.object().put("success", true).put("status", "ok"));
    }

    ObjectNode add(ObjectNode wish) {
        long id = records.next(TYPE, 301);
        ObjectNode webhook = wish.deepCopy();
        webhook.put("id", id).put("version", "2.0").put("is_active", 1).put("user_id", 1);
        return records.put(TYPE, String.valueOf(id), webhook);
    }

    void send(String action, String entity, @Nullable ObjectNode now, @Nullable ObjectNode before, String source) {
        send(meta(action, entity, now == null ? before : now, source), now, before);
    }

    /** One for the person that is gone, and one for the person that is left. */
    void sendMerge(ObjectNode gone, ObjectNode left, ObjectNode before) {
        send(
                meta("delete", "person", gone, "app")
                        .put("merged_to_id", left.path("id").asText()),
                null,
                gone);
        send(
                meta("change", "person", left, "app")
                        .put("merged_from_id", gone.path("id").asText()),
                left,
                before);
    }

    private void send(ObjectNode meta, @Nullable ObjectNode now, @Nullable ObjectNode before) {
        for (ObjectNode webhook : records.all(TYPE)) {
            if (!matches(webhook, "event_action", meta.path("action"))
                    || !matches(webhook, "event_object", meta.path("entity"))) {
                continue;
            }
            ObjectNode body = Json.object();
            body.set(
                    "meta",
                    meta.deepCopy()
                            .put("id", UUID.randomUUID().toString())
                            .put("webhook_id", webhook.path("id").asText()));
            body.set("data", described(now));
            body.set("previous", described(before));
            String pair = webhook.path("http_auth_user").asText() + ":"
                    + webhook.path("http_auth_password").asText();
            outgoing.post(
                    Map.of(
                            "Content-Type",
                            "application/json",
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))),
                    body.toString());
        }
    }

    private static boolean matches(ObjectNode webhook, String field, JsonNode value) {
        String wanted = webhook.path(field).asText();
        return wanted.equals("*") || wanted.equals(value.asText());
    }

    private ObjectNode meta(String action, String entity, @Nullable ObjectNode about, String source) {
        ObjectNode meta = Json.object()
                .put("action", action)
                .put("entity", entity)
                .put("entity_id", about == null ? "" : about.path("id").asText())
                .put("company_id", "77")
                .put("correlation_id", UUID.randomUUID().toString())
                .put("is_bulk_edit", false)
                .put("timestamp", clock.instant().toString())
                .put("type", "general")
                .put("user_id", "1")
                .put("version", "2.0")
                .put("webhook_owner_id", "1")
                .put("change_source", source)
                .put("attempt", 1)
                .put("host", "lee.pipedrive.com");
        meta.putArray("permitted_user_ids").add("1");
        return meta;
    }

    private JsonNode described(@Nullable ObjectNode entity) {
        if (entity == null) {
            return Json.object().nullNode();
        }
        ObjectNode described = entity.deepCopy();
        ObjectNode custom = described.putObject("custom_fields");
        entity.path("custom_fields").properties().forEach(entry -> {
            String type = fields.custom(entry.getKey())
                    .map(field -> field.path("field_type").asText())
                    .orElse("varchar");
            custom.putObject(entry.getKey())
                    .put("type", type)
                    .set(type.equals("enum") ? "id" : "value", entry.getValue());
        });
        return described;
    }
}
