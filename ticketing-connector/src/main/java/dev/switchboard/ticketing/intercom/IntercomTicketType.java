package dev.switchboard.ticketing.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of the ticket type: they are written by name and searched by id, and what is chosen from a list must be in it. Asked
 * for once, and again for as long as one that we are to fill is not there.
 */
final class IntercomTicketType {
    private static final int LONGEST_TEXT = 255;

    private final IntercomApi api;
    private final String id;
    private final Set<String> wanted;
    private volatile @Nullable Map<String, IntercomJson.Attribute> attributes;

    IntercomTicketType(IntercomApi api, String id, Set<String> wanted) {
        this.api = api;
        this.id = id;
        this.wanted = Set.copyOf(wanted);
    }

    String id() {
        return id;
    }

    /** Somebody may have changed the type since. */
    void forget() {
        attributes = null;
    }

    /**
     * By what the attribute is searched.
     *
     * @throws IntegrationException when the type lacks it
     */
    String attributeId(String name) {
        IntercomJson.Attribute attribute = attributes().get(name);
        if (attribute == null) {
            throw new IntegrationException(
                    "intercom", "/tickets/open", new Failure.Invalid(null, name, "attribute_missing"));
        }
        return attribute.id();
    }

    /** The value as the attribute takes it; empty when the type has no such attribute, or no such choice. */
    Optional<String> fitting(String name, String value) {
        IntercomJson.Attribute attribute = attributes().get(name);
        if (attribute == null || value.isBlank()) {
            return Optional.empty();
        }
        List<String> choices = choices(attribute);
        if (choices.isEmpty()) {
            return Optional.of(cut(value));
        }
        Optional<String> choice =
                choices.stream().filter(value::equalsIgnoreCase).findFirst();
        if (choice.isEmpty()) {
            forget();
        }
        return choice;
    }

    /** Never in the middle of a character: half of one cannot be sent. */
    private static String cut(String value) {
        int end = Math.min(value.length(), LONGEST_TEXT);
        return value.substring(0, Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end);
    }

    private Map<String, IntercomJson.Attribute> attributes() {
        Map<String, IntercomJson.Attribute> known = attributes;
        if (known == null) {
            known = Stream.ofNullable(api.ticketType(id).attributes())
                    .flatMap(list -> Stream.ofNullable(list.data()))
                    .flatMap(List::stream)
                    .filter(attribute -> !attribute.archived())
                    .collect(Collectors.toMap(IntercomJson.Attribute::name, Function.identity(), (one, other) -> one));
            attributes = known.keySet().containsAll(wanted) ? known : null;
        }
        return known;
    }

    private static List<String> choices(IntercomJson.Attribute attribute) {
        JsonNode options = attribute.inputOptions();
        return options == null
                ? List.of()
                : options.path("list_options")
                        .valueStream()
                        .map(option -> option.path("label").asText())
                        .toList();
    }
}
