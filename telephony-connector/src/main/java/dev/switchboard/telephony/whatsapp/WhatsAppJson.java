package dev.switchboard.telephony.whatsapp;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the Cloud API takes and answers, as far as it is used. */
final class WhatsAppJson {
    private WhatsAppJson() {}

    /**
     * A message on its way.
     *
     * @param to digits; null for a user who hides the phone number
     * @param recipient that user's business-scoped id; null when {@code to} is there
     * @param key comes back in every status of the message
     * @param type names the content's own field
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outgoing(
            @Nullable String to,
            @Nullable String recipient,
            @JsonProperty("biz_opaque_callback_data") String key,
            String type,
            @JsonIgnore Object content) {

        @JsonProperty("messaging_product")
        String product() {
            return "whatsapp";
        }

        @JsonProperty("recipient_type")
        String recipientType() {
            return "individual";
        }

        @JsonAnyGetter
        Map<String, Object> contentByType() {
            return Map.of(type, content);
        }
    }

    record Text(String body, @JsonProperty("preview_url") boolean previewUrl) {}

    record Template(String name, Language language, List<Component> components) {}

    /** Meta's description demands the one policy there is. */
    record Language(String code, String policy) {
        Language(String code) {
            this(code, "deterministic");
        }
    }

    record Component(String type, List<Parameter> parameters) {}

    record Parameter(String type, String text) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Media(String link, @Nullable String caption) {}

    /** The message's id; accepted is not delivered. */
    record Accepted(List<Message> messages) {
        Accepted {
            if (messages == null || messages.isEmpty()) {
                throw new IllegalArgumentException("The answer names no message");
            }
        }
    }

    record Message(String id) {
        Message {
            if (id == null) {
                throw new IllegalArgumentException("The message has no id");
            }
        }
    }

    /** Who sends. */
    record Line(String id) {}
}
