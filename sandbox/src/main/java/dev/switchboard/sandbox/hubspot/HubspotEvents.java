package dev.switchboard.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Handler;
import dev.switchboard.sandbox.Hmac;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Webhooks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What an app is told: contacts by the subscriptions of old, tickets by those of the new platform. What one request changed
 * goes out together, and all of it has the same event id, as HubSpot promises no unique one.
 */
final class HubspotEvents {

    private static final String APP_SECRET = "hubspot-sandbox-secret";
    private static final int MOST_TOGETHER = 100;
    private static final Map<String, String> PREFIXES = Map.of("contacts", "contact.", "tickets", "object.");
    private static final Map<String, String> TYPE_IDS = Map.of("contacts", "0-1", "tickets", "0-5");
    private static final Set<String> SUBSCRIBED = Set.of(
            "email",
            "phone",
            "mobilephone",
            "firstname",
            "lastname",
            "lifecyclestage",
            "subject",
            "hs_pipeline_stage",
            "hs_ticket_priority");

    private final Webhooks webhooks;
    private final Clock clock;
    private final List<ObjectNode> waiting = new ArrayList<>();
    private long eventId = 1_000;

    HubspotEvents(Webhooks webhooks, Clock clock) {
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** The handler, telling what it changed when it is done; what is refused has changed nothing. */
    Handler telling(Handler handler) {
        return request -> telling(() -> handler.answer(request));
    }

    <T> T telling(Supplier<T> work) {
        waiting.clear();
        T done = work.get();
        send();
        return done;
    }

    void created(String type, String id) {
        add(type, "creation", id);
    }

    void changed(String type, String id, String property, String value) {
        if (SUBSCRIBED.contains(property)) {
            add(type, "propertyChange", id).put("propertyName", property).put("propertyValue", value);
        }
    }

    void deleted(String type, String id) {
        add(type, "deletion", id).put("changeFlag", "DELETED");
    }

    void merged(String type, String winner, String loser) {
        ObjectNode event = add(type, "merge", winner)
                .put("primaryObjectId", Long.parseLong(winner))
                .put("newObjectId", Long.parseLong(winner))
                .put("numberOfPropertiesMoved", 0);
        event.putArray("mergedObjectIds").add(Long.parseLong(loser));
    }

    /** Signed over method, address, body and time. */
    private void send() {
        eventId++;
        for (int from = 0; from < waiting.size(); from += MOST_TOGETHER) {
            List<ObjectNode> together = waiting.subList(from, Math.min(waiting.size(), from + MOST_TOGETHER));
            String body = Json.array(together).toString();
            webhooks.url().ifPresent(url -> webhooks.post(headers(url, body), body));
        }
        waiting.clear();
    }

    private Map<String, String> headers(String url, String body) {
        String now = String.valueOf(clock.millis());
        return Map.of(
                "Content-Type",
                "application/json",
                "X-HubSpot-Request-Timestamp",
                now,
                "X-HubSpot-Signature-v3",
                Hmac.base64("HmacSHA256", APP_SECRET, "POST" + url + body + now));
    }

    private ObjectNode add(String type, String what, String id) {
        ObjectNode event = Json.object();
        if (!PREFIXES.containsKey(type)) {
            return event;
        }
        String subscription = PREFIXES.get(type) + what;
        event.put("eventId", eventId)
                .put("subscriptionId", 1_000_000 + Math.floorMod(subscription.hashCode(), 1_000_000))
                .put("portalId", 62_515)
                .put("appId", 54_321)
                .put("occurredAt", clock.millis())
                .put("subscriptionType", subscription)
                .put("attemptNumber", 0)
                .put("objectId", Long.parseLong(id))
                .put("objectTypeId", TYPE_IDS.get(type))
                .put("changeSource", "INTEGRATION")
                .put("sourceId", "54321");
        waiting.add(event);
        return event;
    }
}
