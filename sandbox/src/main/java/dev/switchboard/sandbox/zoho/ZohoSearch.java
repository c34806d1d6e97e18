package dev.switchboard.sandbox.zoho;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Switches;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The search index. It is a minute behind what clients write (switch {@code search-lag-seconds}), and it holds a number as the
 * words it was typed in: {@code +44 20 7946 0018} is four of them, {@code +442079460018} is one. {@code criteria} is not simulated.
 */
final class ZohoSearch {

    private static final int STANDARD_LAG_SECONDS = 60;

    private final ZohoSchema schema;
    private final ZohoStore store;
    private final ZohoRecords records;
    private final Switches switches;
    private final Clock clock;

    ZohoSearch(ZohoSchema schema, ZohoStore store, ZohoRecords records, Switches switches, Clock clock) {
        this.schema = schema;
        this.store = store;
        this.records = records;
        this.switches = switches;
        this.clock = clock;
    }

    Answer search(Request request) {
        String module = schema.known(request.parameter("module"));
        Predicate<ObjectNode> wanted = wanted(request, module);
        return records.page(
                request,
                module,
                store.visible(module).filter(this::isIndexed).filter(wanted).toList());
    }

    /** E-mail goes before phone, phone before word, whatever else is asked. */
    private Predicate<ObjectNode> wanted(Request request, String module) {
        if (request.query("criteria").isPresent()) {
            throw new AnsweredException(ZohoErrors.answer(400, "INVALID_QUERY", "criteria is not simulated"));
        }
        if (request.query("email").isPresent()) {
            String email = request.query("email").get();
            return record -> texts(module, record, "email").anyMatch(email::equalsIgnoreCase);
        }
        if (request.query("phone").isPresent()) {
            Set<String> words = words(request.query("phone").get());
            return record -> !words.isEmpty()
                    && texts(module, record, "phone")
                            .anyMatch(stored -> words(stored).containsAll(words));
        }
        String word = request.query("word").orElseThrow(() -> ZohoErrors.missing("criteria, email, phone or word"));
        String lower = word.toLowerCase(Locale.ROOT);
        return record -> record.valueStream()
                .anyMatch(value -> value.asText("").toLowerCase(Locale.ROOT).contains(lower));
    }

    private Stream<String> texts(String module, ObjectNode record, String type) {
        return schema.fields(module).stream()
                .filter(field -> field.type().equals(type))
                .map(field -> record.path(field.name()).asText(""))
                .filter(text -> !text.isEmpty());
    }

    private static Set<String> words(String number) {
        return List.of(number.split("\\D+", -1)).stream()
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private boolean isIndexed(ObjectNode record) {
        Duration lag = Duration.ofSeconds(switches.get("search-lag-seconds").asLong(STANDARD_LAG_SECONDS));
        return store.isTypedIn(record)
                || !OffsetDateTime.parse(record.path("Created_Time").asText())
                        .toInstant()
                        .isAfter(clock.instant().minus(lag));
    }
}
