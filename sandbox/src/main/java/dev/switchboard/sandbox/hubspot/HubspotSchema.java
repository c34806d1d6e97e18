package dev.switchboard.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Switches;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which properties this account has: {@code properties.txt}, plus what clients made, less what the switch {@code
 * lacking-fields} names. What {@code not-unique-fields} names an administrator made without unique values, which cannot be changed
 * later.
 */
final class HubspotSchema {

    private static final Pattern PROPERTY = Pattern.compile("  (\\w+) (\\w+)(?:\\(([^)]*)\\))?((?: [a-z]+)*)");
    private static final List<String> SYSTEM_PROPERTIES = List.of(
            "  hs_object_id number readonly default", "  createdate datetime readonly default",
            "  lastmodifieddate datetime readonly default", "  hs_lastmodifieddate datetime readonly");

    private final Map<String, Map<String, HubspotProperty>> types = new LinkedHashMap<>();
    private final Switches switches;

    HubspotSchema(Switches switches) {
        this.switches = switches;
        load();
    }

    boolean hasType(String type) {
        return types.containsKey(type);
    }

    List<HubspotProperty> properties(String type) {
        List<String> lacking = named("lacking-fields");
        List<String> notUnique = named("not-unique-fields");
        return types.getOrDefault(type, Map.of()).values().stream()
                .filter(property -> !lacking.contains(property.name()))
                .filter(property -> !lacking.contains(type + "." + property.name()))
                .map(property -> notUnique.contains(property.name()) ? property.without("unique") : property)
                .toList();
    }

    private List<String> named(String fields) {
        return switches.get(fields).valueStream().map(JsonNode::asText).toList();
    }

    Optional<HubspotProperty> property(String type, String name) {
        return properties(type).stream()
                .filter(property -> property.name().equals(name))
                .findFirst();
    }

    Answer list(Request request) {
        ArrayNode results = Json.array();
        properties(request.parameter("type")).forEach(property -> results.add(described(property)));
        return Answer.json(200, Json.object().set("results", results));
    }

    Answer create(Request request) {
        ObjectNode wish = request.json();
        String name = wish.path("name").asText();
        Map<String, HubspotProperty> ofType = types.get(request.parameter("type"));
        if (ofType == null || name.isBlank()) {
            throw HubspotErrors.invalid("a property needs a known object type and a name");
        }
        Set<String> flags = wish.path("hasUniqueValue").asBoolean() ? Set.of("unique") : Set.of();
        HubspotProperty property = new HubspotProperty(name, wish.path("type").asText("string"), List.of(), flags);
        if (ofType.putIfAbsent(name, property) != null) {
            return HubspotErrors.answer(
                    409, "OBJECT_ALREADY_EXISTS", "A property named '" + name + "' already exists.");
        }
        return Answer.json(201, described(property));
    }

    /** Forgets what clients made. */
    void load() {
        types.clear();
        Map<String, HubspotProperty> properties = new LinkedHashMap<>();
        for (String line : text().lines().filter(each -> !each.startsWith("#")).toList()) {
            if (line.startsWith(" ")) {
                add(properties, line);
                continue;
            }
            properties = new LinkedHashMap<>();
            types.put(line, properties);
            for (String systemProperty : SYSTEM_PROPERTIES) {
                add(properties, systemProperty);
            }
        }
    }

    private static void add(Map<String, HubspotProperty> properties, String line) {
        Matcher matcher = PROPERTY.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException("properties.txt: " + line);
        }
        List<String> options =
                matcher.group(3) == null ? List.of() : List.of(matcher.group(3).split("\\|", -1));
        Set<String> flags = Set.of(matcher.group(4).strip().split(" ", -1));
        properties.put(matcher.group(1), new HubspotProperty(matcher.group(1), matcher.group(2), options, flags));
    }

    private static ObjectNode described(HubspotProperty property) {
        ObjectNode body = Json.object()
                .put("name", property.name())
                .put("type", property.type())
                .put("hasUniqueValue", property.is("unique"))
                .put("calculated", property.is("readonly"));
        ArrayNode options = body.putArray("options");
        property.options()
                .forEach(option -> options.addObject().put("value", option).put("label", option));
        return body;
    }

    private static String text() {
        try (InputStream stream = Objects.requireNonNull(HubspotSchema.class.getResourceAsStream("properties.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
