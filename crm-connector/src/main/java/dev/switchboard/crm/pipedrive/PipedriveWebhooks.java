package dev.switchboard.crm.pipedrive;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.events.Change;
import dev.switchboard.events.Change.ContactChanged;
import dev.switchboard.events.Change.What;
import dev.switchboard.events.WebhookReceived;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.WebhookReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks of version 2.0, one for each change of a person. A merge sends two: one for the person that is gone, one for the person
 * that is left.
 *
 * @see <a href="https://pipedrive.readme.io/docs/guide-for-webhooks-v2">Guide for webhooks v2</a>
 */
final class PipedriveWebhooks implements WebhookReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SYSTEM = "pipedrive";

    @Override
    public List<Change> changesIn(WebhookReceived webhook) {
        JsonNode body = parse(webhook.body());
        JsonNode meta = body.path("meta");
        String action = text(meta, "action");
        if (!text(meta, "entity").equals("person")) {
            return List.of();
        }
        String mergedInto = mergedInto(body);
        return what(action, mergedInto)
                .<Change>map(what -> new ContactChanged(
                        SYSTEM,
                        text(meta, "entity_id"),
                        what,
                        mergedInto,
                        text(meta, "id"),
                        time(meta).orElse(webhook.at())))
                .stream()
                .toList();
    }

    private static Optional<What> what(String action, @Nullable String mergedInto) {
        return switch (action) {
            case "create" -> Optional.of(What.CREATED);
            case "change" -> Optional.of(What.CHANGED);
            case "delete" -> Optional.of(mergedInto == null ? What.DELETED : What.MERGED);
            default -> Optional.empty();
        };
    }

    /** Only the webhook of the person that is gone names it; where it stands differs. */
    private static @Nullable String mergedInto(JsonNode body) {
        for (String part : List.of("meta", "data", "previous")) {
            String id = body.path(part).path("merged_to_id").asText("");
            if (id.matches("[0-9]+")) {
                return id;
            }
        }
        return null;
    }

    private static Optional<Instant> time(JsonNode meta) {
        try {
            return Optional.of(Instant.parse(meta.path("timestamp").asText()));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode meta, String name) {
        String value = meta.path(name).asText("");
        if (value.isBlank()) {
            throw malformed();
        }
        return value;
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            throw malformed();
        }
    }

    private static IntegrationException malformed() {
        return new IntegrationException(SYSTEM, "webhook", new Failure.Malformed(null));
    }
}
