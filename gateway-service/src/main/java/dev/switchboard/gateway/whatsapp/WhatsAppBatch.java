package dev.switchboard.gateway.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.events.Channel;
import dev.switchboard.gateway.conversation.IncomingMessage;
import dev.switchboard.gateway.webhook.RefusedException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The customers' messages in one of Meta's batches. Statuses and what we do not know are left out: one odd item must not make
 * Meta send the whole batch again for days.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/payload-examples">Meta: payloads</a>
 */
final class WhatsAppBatch {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** What the engine gets for a picture or a voice message, so that it says that it only reads. */
    private static final String NO_TEXT = "[%s]";

    private WhatsAppBatch() {}

    /** @throws RefusedException when the body is not a batch of WhatsApp */
    static List<IncomingMessage> messages(byte[] body) {
        JsonNode batch = parsed(body);
        if (!"whatsapp_business_account".equals(batch.path("object").asText())) {
            throw RefusedException.malformed("The body is not a WhatsApp webhook.");
        }
        List<IncomingMessage> messages = new ArrayList<>();
        for (JsonNode entry : batch.path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                if (change.path("field").asText().equals("messages")) {
                    JsonNode value = change.path("value");
                    value.path("messages").forEach(one -> message(one, value).ifPresent(messages::add));
                }
            }
        }
        return messages;
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw RefusedException.malformed("The body is not JSON.");
        }
    }

    private static Optional<IncomingMessage> message(JsonNode message, JsonNode value) {
        String id = message.path("id").asText();
        String from = from(message);
        String text = text(message);
        if (id.isEmpty() || from.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new IncomingMessage(
                Channel.WHATSAPP, "whatsapp", id, from, line(value), name(message, value), text, at(message)));
    }

    /** Since April 2026 people can hide their number: then there is only the id they have with this business. */
    private static String from(JsonNode message) {
        String phone = message.path("from").asText();
        return phone.isEmpty() ? message.path("from_user_id").asText() : "+" + phone;
    }

    private static String line(JsonNode value) {
        String shown =
                value.path("metadata").path("display_phone_number").asText().replaceAll("[^0-9]", "");
        return shown.isEmpty() ? value.path("metadata").path("phone_number_id").asText() : "+" + shown;
    }

    /** The contact the message is of, found by either id; a batch can hold several. */
    private static @Nullable String name(JsonNode message, JsonNode value) {
        for (JsonNode contact : value.path("contacts")) {
            boolean same = contact.path("user_id")
                            .asText("-")
                            .equals(message.path("from_user_id").asText())
                    || contact.path("wa_id")
                            .asText("-")
                            .equals(message.path("from").asText());
            String name = contact.path("profile").path("name").asText();
            if (same && !name.isEmpty()) {
                return name;
            }
        }
        return null;
    }

    /** Empty for what is no turn: a reaction, a change of number, a welcome. */
    private static String text(JsonNode message) {
        String type = message.path("type").asText();
        return switch (type) {
            case "text" -> message.path("text").path("body").asText();
            case "button" -> message.path("button").path("text").asText();
            case "interactive" -> {
                JsonNode reply = message.path("interactive")
                        .path(message.path("interactive").path("type").asText());
                yield reply.path("title").asText();
            }
            case "image", "video", "document", "audio", "sticker" -> {
                String caption = message.path(type).path("caption").asText();
                yield caption.isEmpty() ? NO_TEXT.formatted(type) : caption;
            }
            case "location", "contacts", "order" -> NO_TEXT.formatted(type);
            case "reaction", "system", "request_welcome" -> "";
            default -> NO_TEXT.formatted("unsupported");
        };
    }

    private static Instant at(JsonNode message) {
        long seconds = message.path("timestamp").asLong();
        return seconds > 0 && seconds < Integer.MAX_VALUE * 2L ? Instant.ofEpochSecond(seconds) : Instant.EPOCH;
    }
}
