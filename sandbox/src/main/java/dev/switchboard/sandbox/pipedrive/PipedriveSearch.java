package dev.switchboard.sandbox.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Switches;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The search for persons. An exact match is one with the whole stored text, spaces and brackets included; any other one compares
 * digits with digits, and words with beginnings of words. With the switch {@code search-by-words} digits are words, too: nothing is
 * found by a number's end. Who was made through the API is seen only seconds later: five, or what the switch {@code
 * search-lag-seconds} says.
 */
final class PipedriveSearch {

    private static final Set<String> FIELDS = Set.of("custom_fields", "email", "notes", "phone", "name");
    private static final long STANDARD_LAG = 5;

    private final Records records;
    private final Switches switches;
    private final Clock clock;

    PipedriveSearch(Records records, Switches switches, Clock clock) {
        this.records = records;
        this.switches = switches;
        this.clock = clock;
    }

    Answer persons(Request request) {
        boolean exact = request.query("exact_match").filter("true"::equals).isPresent();
        String term = request.query("term").orElse("").strip();
        if (term.length() < (exact ? 1 : 2)) {
            throw PipedriveErrors.invalid("term: must be at least " + (exact ? 1 : 2) + " characters long");
        }
        List<String> fields =
                List.of(request.query("fields").orElse("name,email,phone").split(",", -1));
        if (!FIELDS.containsAll(fields)) {
            throw PipedriveErrors.invalid("fields: must be some of " + FIELDS);
        }
        List<ObjectNode> found = records.where(PipedrivePersons.TYPE, this::isIndexed)
                .filter(person -> fields.stream()
                        .flatMap(field -> values(person, field))
                        .anyMatch(stored -> exact ? stored.equalsIgnoreCase(term) : contains(stored, term)))
                .map(this::item)
                .toList();
        return PipedrivePages.search(request, found);
    }

    private boolean isIndexed(ObjectNode person) {
        Duration lag = Duration.ofSeconds(switches.get("search-lag-seconds").asLong(STANDARD_LAG));
        Instant written =
                Instant.parse(person.path(PipedrivePersons.INDEXED_FROM).asText());
        return !person.path("is_deleted").asBoolean()
                && !written.isAfter(clock.instant().minus(lag));
    }

    private static Stream<String> values(ObjectNode person, String field) {
        return switch (field) {
            case "name", "notes" -> Stream.of(person.path(field).asText(""));
            case "email" -> lines(person, "emails");
            case "phone" -> lines(person, "phones");
            default -> person.path("custom_fields").valueStream().map(JsonNode::asText);
        };
    }

    private static Stream<String> lines(ObjectNode person, String list) {
        return person.path(list).valueStream().map(line -> line.path("value").asText());
    }

    private boolean contains(String stored, String term) {
        if (!switches.get("search-by-words").asBoolean() && term.matches("[\\d\\s()+./-]+")) {
            return stored.replaceAll("\\D", "").contains(term.replaceAll("\\D", ""));
        }
        String wanted = term.toLowerCase(Locale.ROOT);
        return Stream.of(stored.toLowerCase(Locale.ROOT).split("[\\s@.,;]+", -1))
                        .anyMatch(word -> word.startsWith(wanted))
                || stored.toLowerCase(Locale.ROOT).startsWith(wanted);
    }

    private ObjectNode item(ObjectNode person) {
        ObjectNode result = Json.object().put("result_score", 0.9);
        ObjectNode item = result.putObject("item")
                .put("id", person.path("id").asInt())
                .put("type", "person")
                .put("name", person.path("name").asText())
                .put("visible_to", person.path("visible_to").asInt());
        item.set("phones", Json.array().addAll(texts(person, "phones")));
        item.set("emails", Json.array().addAll(texts(person, "emails")));
        item.putArray("notes");
        item.putArray("custom_fields");
        item.putObject("owner").put("id", person.path("owner_id").asInt());
        Optional<ObjectNode> organization =
                records.find("organizations", person.path("org_id").asText());
        organization.ifPresentOrElse(
                known -> item.putObject("organization")
                        .put("id", known.path("id").asInt())
                        .put("name", known.path("name").asText())
                        .putNull("address"),
                () -> item.putNull("organization"));
        return result;
    }

    private static List<JsonNode> texts(ObjectNode person, String list) {
        return person.path(list).valueStream().map(line -> line.path("value")).toList();
    }
}
