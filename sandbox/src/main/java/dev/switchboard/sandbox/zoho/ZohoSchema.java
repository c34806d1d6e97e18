package dev.switchboard.sandbox.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Switches;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which modules and fields the account has: {@code fields.txt} less what the switch {@code lacking-fields} names. */
final class ZohoSchema {

    private static final Pattern FIELD = Pattern.compile("  (\\w+) ([a-z]+)(?:\\(([^)]*)\\))?((?: [a-z]+)*)");
    private static final List<String> SYSTEM_FIELDS = List.of(
            "  id id readonly",
            "  Owner lookup(users) readonly",
            "  Created_Time datetime readonly",
            "  Modified_Time datetime readonly",
            "  Tag tags readonly");

    private final Map<String, List<ZohoField>> modules = new LinkedHashMap<>();
    private final Switches switches;

    ZohoSchema(Switches switches) {
        this.switches = switches;
        List<ZohoField> fields = new ArrayList<>();
        for (String line :
                resource().lines().filter(each -> !each.startsWith("#")).toList()) {
            if (line.startsWith(" ")) {
                fields.add(field(line));
                continue;
            }
            fields = new ArrayList<>(
                    SYSTEM_FIELDS.stream().map(ZohoSchema::field).toList());
            modules.put(line, fields);
        }
    }

    /** The switch {@code lacking-fields} may name a whole module, such as {@code Cases}, which some editions lack. */
    boolean has(String module) {
        return modules.containsKey(module) && !lacking().contains(module);
    }

    List<ZohoField> fields(String module) {
        List<String> lacking = lacking();
        return modules.getOrDefault(module, List.of()).stream()
                .filter(field -> !lacking.contains(field.name()) && !lacking.contains(module + "." + field.name()))
                .toList();
    }

    Optional<ZohoField> field(String module, String name) {
        return fields(module).stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    /** The module that a request's path or parameter names. */
    String known(String module) {
        if (!has(module)) {
            throw ZohoErrors.invalid("INVALID_MODULE", "the module name given seems to be invalid", Json.object());
        }
        return module;
    }

    Answer describe(Request request) {
        String module = known(request.query("module").orElse(""));
        return Answer.json(
                200,
                Json.object()
                        .set(
                                "fields",
                                Json.array(fields(module).stream()
                                        .map(ZohoField::described)
                                        .toList())));
    }

    private List<String> lacking() {
        return switches.get("lacking-fields")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    private static ZohoField field(String line) {
        Matcher matcher = FIELD.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException("fields.txt: " + line);
        }
        String detail = matcher.group(3) == null ? "" : matcher.group(3);
        boolean length = detail.matches("\\d+");
        return new ZohoField(
                matcher.group(1),
                matcher.group(2),
                length ? Integer.parseInt(detail) : 0,
                length || detail.isEmpty() ? List.of() : List.of(detail.split("\\|", -1)),
                Set.of(matcher.group(4).strip().split(" ", -1)));
    }

    private static String resource() {
        try (InputStream stream = Objects.requireNonNull(ZohoSchema.class.getResourceAsStream("fields.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
