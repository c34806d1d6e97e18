package dev.switchboard.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Switches;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code /parameterizedSearch}. The index of phone fields holds digits only and matches whole numbers as they were
 * typed, so one stored without a country code is not found with it. New records are not in the index for a minute, or for
 * as long as the switch {@code search-lag-seconds} says.
 */
final class SalesforceSearch {

    private static final long USUAL_LAG_SECONDS = 60;
    private static final List<String> SCOPES = List.of("ALL", "NAME", "EMAIL", "PHONE");

    private final SalesforceSchema schema;
    private final Records records;
    private final SoqlRows rows;
    private final Switches switches;
    private final Clock clock;

    SalesforceSearch(SalesforceSchema schema, Records records, SoqlRows rows, Switches switches, Clock clock) {
        this.schema = schema;
        this.records = records;
        this.rows = rows;
        this.switches = switches;
        this.clock = clock;
    }

    Answer search(Request request) {
        ObjectNode wish = request.json();
        String words = wish.path("q").asText();
        String scope = wish.path("in").asText("ALL").toUpperCase(Locale.ROOT);
        if (words.strip().length() < 2) {
            throw SalesforceErrors.invalid(
                    "MALFORMED_SEARCH", "search term must be longer than one character: " + words);
        }
        if (!SCOPES.contains(scope)) {
            throw SalesforceErrors.invalid("INVALID_SEARCH_SCOPE", "invalid value for in: " + scope);
        }
        ArrayNode found = Json.array();
        int overall = wish.path("overallLimit").asInt(2_000);
        for (JsonNode sobject : wish.path("sobjects")) {
            search(sobject, words, scope).stream().limit(overall - found.size()).forEach(found::add);
        }
        return Answer.json(200, Json.object().set("searchRecords", found));
    }

    private List<ObjectNode> search(JsonNode sobject, String words, String scope) {
        SObjectType type = schema.type(sobject.path("name").asText())
                .orElseThrow(() -> SalesforceErrors.invalid(
                        "INVALID_TYPE", "sObject type '" + sobject.path("name").asText() + "' is not supported."));
        List<SObjectField> searched = type.fields().values().stream()
                .filter(field -> isIn(field, scope))
                .toList();
        List<String> ids = records.where(
                        type.name(), stored -> indexed(stored) && matches(searched, stored, words, scope))
                .map(stored -> "'" + stored.path("Id").asText() + "'")
                .toList();
        List<String> fields = new ArrayList<>();
        sobject.path("fields").forEach(field -> fields.add(field.asText()));
        String filter = sobject.path("where").asText("");
        // Run without hits too: a wrong field or filter is refused whatever is stored.
        String soql = "SELECT " + (fields.isEmpty() ? "Id" : String.join(", ", fields)) + " FROM " + type.name()
                + " WHERE Id IN (" + (ids.isEmpty() ? "null" : String.join(", ", ids)) + ")"
                + (filter.isBlank() ? "" : " AND (" + filter + ")")
                + " LIMIT " + sobject.path("limit").asInt(2_000);
        List<ObjectNode> found = rows.run(SoqlParser.parse(soql));
        return ids.isEmpty() ? List.of() : found;
    }

    private static boolean matches(List<SObjectField> fields, ObjectNode stored, String words, String scope) {
        return fields.stream()
                .map(field -> stored.path(field.name()).asText(""))
                .anyMatch(value -> !value.isEmpty() && matches(value, words, scope));
    }

    private static boolean isIn(SObjectField field, String scope) {
        return switch (scope) {
            case "PHONE" -> field.type().equals("phone");
            case "EMAIL" -> field.type().equals("email");
            case "NAME" -> field.name().equals("Name");
            default -> field.isText();
        };
    }

    private static boolean matches(String value, String words, String scope) {
        if (scope.equals("PHONE")) {
            return !digits(words).isEmpty() && digits(value).equals(digits(words));
        }
        String lower = value.toLowerCase(Locale.ROOT);
        boolean everyWord = List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)).stream()
                .allMatch(word -> List.of(lower.split("[\\s,;]+", -1)).contains(word));
        return everyWord || (digits(words).length() >= 7 && digits(value).equals(digits(words)));
    }

    private boolean indexed(ObjectNode stored) {
        long lag = switches.get("search-lag-seconds").asLong(USUAL_LAG_SECONDS);
        String bound = SObjectStore.TIME.format(clock.instant().minusSeconds(lag));
        return lag == 0 || stored.path("CreatedDate").asText().compareTo(bound) <= 0;
    }

    private static String digits(String text) {
        return text.chars()
                .filter(character -> character >= '0' && character <= '9')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
