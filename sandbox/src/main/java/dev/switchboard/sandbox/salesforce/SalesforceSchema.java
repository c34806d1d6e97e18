package dev.switchboard.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.sandbox.Switches;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which objects and fields this org has: {@code schema.txt} less what the switch {@code lacking-fields} names. */
final class SalesforceSchema {

    private static final Pattern FIELD = Pattern.compile("  (\\w+) ([a-z0-9]+)(?:\\(([^)]*)\\))?((?: [a-z]+)*)");
    private static final List<String> SYSTEM_FIELDS = List.of(
            "  Id id readonly",
            "  CreatedDate datetime readonly",
            "  LastModifiedDate datetime readonly",
            "  SystemModstamp datetime readonly");

    private final Map<String, SObjectType> types = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Switches switches;

    SalesforceSchema(Switches switches) {
        this.switches = switches;
        String prefix = "";
        String name = "";
        Map<String, SObjectField> fields = new HashMap<>();
        for (String line : resource("schema.txt")
                .lines()
                .filter(each -> !each.startsWith("#"))
                .toList()) {
            if (line.startsWith(" ")) {
                add(fields, line);
                continue;
            }
            put(name, prefix, fields);
            name = line.substring(0, line.indexOf(' '));
            prefix = line.substring(line.indexOf(' ') + 1);
            fields = new HashMap<>();
            for (String systemField : SYSTEM_FIELDS) {
                add(fields, systemField);
            }
        }
        put(name, prefix, fields);
    }

    Optional<SObjectType> type(String name) {
        List<String> lacking = named("lacking-fields");
        List<String> plain = named("plain-fields");
        return Optional.ofNullable(types.get(name))
                .map(type -> lacking.isEmpty() ? type : type.without(lacking))
                .map(type -> plain.isEmpty() ? type : type.withPlain(plain));
    }

    private List<String> named(String fields) {
        return switches.get(fields).valueStream().map(JsonNode::asText).toList();
    }

    Optional<SObjectType> typeOf(String id) {
        return types.values().stream()
                .filter(type -> id.startsWith(type.prefix()))
                .findFirst();
    }

    static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(SalesforceSchema.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String name, String prefix, Map<String, SObjectField> fields) {
        if (!name.isEmpty()) {
            types.put(name, new SObjectType(name, prefix, fields));
        }
    }

    private static void add(Map<String, SObjectField> fields, String line) {
        Matcher matcher = FIELD.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException("schema.txt: " + line);
        }
        String detail = matcher.group(3) == null ? "" : matcher.group(3);
        boolean length = detail.matches("\\d+");
        fields.put(
                matcher.group(1),
                new SObjectField(
                        matcher.group(1),
                        matcher.group(2),
                        length ? Integer.parseInt(detail) : 0,
                        length || detail.isEmpty() ? List.of() : List.of(detail.split("\\|", -1)),
                        Set.of(matcher.group(4).strip().split(" ", -1))));
    }
}
