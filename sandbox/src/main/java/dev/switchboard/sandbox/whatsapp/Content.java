package dev.switchboard.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Records;
import java.util.Optional;
import java.util.Set;

/** The content of a message, by its type. */
final class Content {

    static final Set<String> TYPES = Set.of(
            "text",
            "image",
            "audio",
            "video",
            "document",
            "sticker",
            "template",
            "interactive",
            "reaction",
            "location",
            "contacts");

    private static final int LONGEST_TEXT = 4_096;
    private static final int LONGEST_CAPTION = 1_024;
    private static final Set<String> WITHOUT_CAPTION = Set.of("audio", "sticker");

    private final Records records;

    Content(Records records) {
        this.records = records;
    }

    void check(ObjectNode message) {
        String type = message.path("type").asText();
        JsonNode content = message.path(type);
        if (content.isMissingNode() || content.isNull()) {
            throw GraphError.missing(type);
        }
        switch (type) {
            case "text" -> Limit.text(content, "text['body']", "body", LONGEST_TEXT);
            case "template" -> checkTemplate(content);
            case "interactive" -> Interactive.check(content);
            case "reaction" -> checkReaction(content);
            case "location" -> checkLocation(content);
            case "contacts" -> checkContacts(content);
            default -> checkMedia(type, content);
        }
    }

    private void checkMedia(String type, JsonNode media) {
        if (media.has("id") == media.has("link")) {
            throw GraphError.invalid("Param " + type + " needs exactly one of id and link.");
        }
        if (media.has("link") && !media.path("link").asText().matches("https?://[^/\\s]+\\S*")) {
            throw GraphError.invalid("Param " + type + "['link'] is not a valid URI.");
        }
        if (media.has("id") && records.find("media", media.path("id").asText()).isEmpty()) {
            throw GraphError.detailed(
                    400, 131_009, "Parameter value is not valid", "There is no media with this id for this number.");
        }
        if (media.has("caption") && WITHOUT_CAPTION.contains(type)) {
            throw GraphError.invalid("Unexpected key \"caption\" on param \"" + type + "\".");
        }
        if (media.has("caption")) {
            Limit.text(media, type + "['caption']", "caption", LONGEST_CAPTION);
        }
    }

    private void checkTemplate(JsonNode template) {
        String name = template.path("name").asText();
        String language = template.at("/language/code").asText();
        if (name.isEmpty()) {
            throw GraphError.missing("template['name']");
        }
        if (language.isEmpty()) {
            throw GraphError.missing("template['language']['code']");
        }
        Optional<ObjectNode> known = records.find("templates", name + "/" + language);
        if (known.isEmpty()) {
            throw GraphError.detailed(
                    404,
                    132_001,
                    "Template name does not exist in the translation",
                    "template name (" + name + ") does not exist in " + language);
        }
        int expected = known.get().path("parameters").asInt();
        int given = bodyParameters(template);
        if (given != expected) {
            throw GraphError.detailed(
                    400,
                    132_000,
                    "Number of parameters does not match the expected number of params",
                    "body: number of localizable_params (" + given + ") does not match the expected number of params ("
                            + expected + ")");
        }
    }

    private static int bodyParameters(JsonNode template) {
        return template.path("components")
                .valueStream()
                .filter(component -> component.path("type").asText().equalsIgnoreCase("body"))
                .mapToInt(component -> component.path("parameters").size())
                .sum();
    }

    private static void checkReaction(JsonNode reaction) {
        if (!Envelope.isMessageId(reaction.path("message_id"))) {
            throw GraphError.missing("reaction['message_id']");
        }
        if (!reaction.has("emoji")) {
            throw GraphError.missing("reaction['emoji']");
        }
    }

    private static void checkLocation(JsonNode location) {
        if (!location.has("latitude") || !location.has("longitude")) {
            throw GraphError.missing("location['latitude'] and location['longitude']");
        }
    }

    private static void checkContacts(JsonNode contacts) {
        boolean areNamed = contacts.isArray()
                && !contacts.isEmpty()
                && contacts.valueStream()
                        .allMatch(contact -> contact.at("/name/formatted_name").isTextual());
        if (!areNamed) {
            throw GraphError.missing("contacts['name']['formatted_name']");
        }
    }
}
