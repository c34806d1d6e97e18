package dev.switchboard.crm.salesforce;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.events.Change.What;
import dev.switchboard.integration.port.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Callouts in JSON, which an administrator writes: {@code {"sobject": "Contact", "id": "003...", "change": "merged", "mergedInto":
 * "003...", "at": "2026-11-22T10:00:00Z"}}, for cases with {@code number}, {@code status} and {@code closed}; or a list of them.
 */
final class SalesforceCallouts {
    private static final JsonMapper JSON = new JsonMapper();

    private SalesforceCallouts() {}

    static List<SalesforceChange> in(String body, String delivery, Instant received) {
        JsonNode parsed = parsed(body);
        return (parsed.isArray() ? parsed.valueStream().toList() : List.of(parsed))
                .stream().map(each -> change(each, delivery, received)).toList();
    }

    private static SalesforceChange change(JsonNode callout, String delivery, Instant received) {
        String type = callout.path("sobject").asText("");
        String id = callout.path("id").asText("");
        if (type.isEmpty() || id.isEmpty()) {
            throw SalesforceChange.malformed();
        }
        What what = what(callout.path("change").asText(""));
        Instant at = SalesforceWebhooks.time(text(callout, "at"), received);
        String status = text(callout, "status");
        boolean closed = callout.path("closed").asBoolean();
        TicketStatus known = status == null && !closed ? null : SalesforceStatus.of(status, closed);
        return new SalesforceChange(
                type,
                id,
                what,
                what == What.MERGED ? text(callout, "mergedInto") : null,
                text(callout, "number"),
                known,
                callout.has("at") ? what + "@" + at : what + "/" + delivery,
                at);
    }

    private static What what(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "created", "create", "insert" -> What.CREATED;
            case "deleted", "delete" -> What.DELETED;
            case "merged", "merge" -> What.MERGED;
            default -> What.CHANGED;
        };
    }

    private static @Nullable String text(JsonNode callout, String field) {
        return callout.hasNonNull(field) ? callout.path(field).asText() : null;
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            throw SalesforceChange.malformed();
        }
    }
}
