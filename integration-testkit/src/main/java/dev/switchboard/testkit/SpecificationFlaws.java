package dev.switchboard.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is wrong with a vendor's own description, each flaw with its reason: mended in memory where that can be done, and only
 * otherwise left out of the judgement.
 *
 * @param mend changes the description as it was read
 * @param unjudged keys of findings that say nothing about an exchange
 */
record SpecificationFlaws(Consumer<ObjectNode> mend, Set<String> unjudged) {
    private static final SpecificationFlaws NONE = new SpecificationFlaws(_ -> {}, Set.of());

    static SpecificationFlaws of(String system) {
        return switch (system) {
            case "whatsapp" -> new SpecificationFlaws(SpecificationFlaws::mendMetas, Set.of());
            // The file describes the answer of the token endpoint, but not its request.
            case "zendesk" -> new SpecificationFlaws(_ -> {}, Set.of("validation.request.body.unexpected"));
            case "pipedrive" -> new SpecificationFlaws(SpecificationFlaws::mendPipedrives, Set.of());
            case "intercom" -> new SpecificationFlaws(SpecificationFlaws::mendIntercoms, Set.of());
            default -> NONE;
        };
    }

    private static void mendMetas(ObjectNode description) {
        // It says 3.1, of which the checker understands no types, and is 3.0 but for a few words.
        description.put("openapi", "3.0.3");
        Discriminators.spellOut(description);
        words(description);
        // A pattern that only Meta's own programs meet.
        object(description, "/components/parameters/UserAgent/schema").remove("pattern");
        // Older than business-scoped user ids (April 2026): a recipient may stand in place of the number.
        ObjectNode common = object(description, "/components/schemas/BaseMessageProperties");
        common.putArray("required")
                .add("messaging_product")
                .add("recipient_type")
                .add("type");
        common.putArray("anyOf").addObject().putArray("required").add("to");
        common.withArray("anyOf").addObject().putArray("required").add("recipient");
    }

    private static void mendPipedrives(ObjectNode description) {
        // Paths are below the server's, which companies' own hosts have as /api/v1 and /api/v2.
        String server = description.at("/servers/0/url").asText();
        String version = "/api" + server.substring(server.lastIndexOf('/'));
        ObjectNode paths = object(description, "/paths");
        List.copyOf(paths.properties())
                .forEach(path -> paths.set(version + path.getKey(), paths.remove(path.getKey())));
        // It marks almost nothing as nullable, and whatever is empty is null.
        nullable(paths);
        // How to sign in is not judged, and the checker says at every request that it does not know this way.
        description.findParents("security").forEach(part -> ((ObjectNode) part).remove("security"));
        // Its text wants other times in calls than its format.
        paths.at("/~1api~1v1~1callLogs/post/requestBody")
                .findParents("format")
                .forEach(time -> ((ObjectNode) time).remove("format"));
    }

    private static void nullable(JsonNode node) {
        node.path("properties").forEach(property -> ((ObjectNode) property).put("nullable", true));
        node.forEach(SpecificationFlaws::nullable);
    }

    private static void mendIntercoms(ObjectNode description) {
        description.findParents("anyOf").forEach(SpecificationFlaws::items);
        // Ids of contacts are hexadecimal, and texts everywhere else in the file.
        description
                .at("/paths/~1contacts~1{contact_id}~1notes/post/parameters")
                .findParents("schema")
                .forEach(parameter -> object((ObjectNode) parameter, "/schema").put("type", "string"));
    }

    private static void items(JsonNode schema) {
        schema.path("anyOf").forEach(each -> {
            if (each instanceof ObjectNode one && one.path("type").asText().equals("array") && !one.has("items")) {
                one.putObject("items");
            }
        });
    }

    private static void words(JsonNode node) {
        if (node instanceof ObjectNode schema) {
            if (schema.path("const").isTextual()) {
                schema.putArray("enum").add(schema.remove("const"));
            }
            if (schema.path("type").asText().equals("array") && !schema.has("items")) {
                schema.putObject("items");
            }
            // One half of an allOf refuses with it what the other half demands.
            if (schema.path("additionalProperties").isBoolean()) {
                schema.remove("additionalProperties");
            }
        }
        node.forEach(SpecificationFlaws::words);
    }

    private static ObjectNode object(ObjectNode description, String place) {
        if (description.at(place) instanceof ObjectNode found) {
            return found;
        }
        throw new IllegalStateException("The vendor's description has changed: there is no " + place);
    }
}
