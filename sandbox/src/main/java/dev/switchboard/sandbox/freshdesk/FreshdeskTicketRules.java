package dev.switchboard.sandbox.freshdesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Switches;
import dev.switchboard.sandbox.freshdesk.FreshdeskShape.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Freshdesk refuses in a new ticket. */
final class FreshdeskTicketRules {

    static final String GROUP_ID = "103000000777";

    private static final List<String> REQUIRED = List.of("subject", "description", "status", "priority");
    private static final List<String> REQUESTER_KEYS =
            List.of("requester_id", "email", "phone", "facebook_id", "twitter_id", "unique_external_id");
    private static final int LONGEST_TEXT = 255;
    private static final int LONGEST_TAG = 32;
    private static final Map<String, List<Integer>> NUMBERS = Map.of(
            "status", List.of(2, 3, 4, 5, 6, 7),
            "priority", List.of(1, 2, 3, 4),
            "source", List.of(1, 2, 3, 7, 9, 10));
    /** The account's fields; an empty list of choices is free text. */
    private static final Map<String, List<String>> CUSTOM_FIELDS = Map.of(
            "cf_external_id", List.of(),
            "cf_intent", List.of(),
            "cf_sentiment", List.of("positive", "neutral", "negative", "angry"));

    private static final FreshdeskShape SHAPE = new FreshdeskShape(Map.ofEntries(
            Map.entry("subject", FieldType.TEXT),
            Map.entry("description", FieldType.TEXT),
            Map.entry("email", FieldType.TEXT),
            Map.entry("name", FieldType.TEXT),
            Map.entry("phone", FieldType.TEXT),
            Map.entry("facebook_id", FieldType.TEXT),
            Map.entry("twitter_id", FieldType.TEXT),
            Map.entry("unique_external_id", FieldType.TEXT),
            Map.entry("requester_id", FieldType.INTEGER),
            Map.entry("responder_id", FieldType.INTEGER),
            Map.entry("group_id", FieldType.INTEGER),
            Map.entry("priority", FieldType.INTEGER),
            Map.entry("status", FieldType.INTEGER),
            Map.entry("source", FieldType.INTEGER),
            Map.entry("type", FieldType.TEXT),
            Map.entry("tags", FieldType.LIST),
            Map.entry("cc_emails", FieldType.LIST),
            Map.entry("custom_fields", FieldType.OBJECT)));

    private final Switches switches;

    FreshdeskTicketRules(Switches switches) {
        this.switches = switches;
    }

    /** As it is sent; a wrong type is told before a wrong value. */
    void check(ObjectNode wish) {
        List<ObjectNode> wrong = new ArrayList<>(SHAPE.violations(wish));
        wrong.addAll(FreshdeskShape.missing(wish, REQUIRED));
        if (REQUESTER_KEYS.stream().noneMatch(wish::hasNonNull)) {
            wrong.add(FreshdeskErrors.violation(
                    "requester_id", "missing_field", "Please fill at least 1 of " + REQUESTER_KEYS + " fields."));
        }
        FreshdeskErrors.refuse(wrong);
        checkValues(wish);
    }

    /** Nothing is required of a change. */
    void checkChange(ObjectNode wish) {
        FreshdeskErrors.refuse(SHAPE.violations(wish));
        checkValues(wish);
    }

    private void checkValues(ObjectNode wish) {
        List<ObjectNode> wrong = new ArrayList<>();
        NUMBERS.forEach((name, allowed) -> number(wish, name, allowed).ifPresent(wrong::add));
        tooLong("subject", wish.path("subject").asText(), LONGEST_TEXT).ifPresent(wrong::add);
        for (JsonNode tag : wish.path("tags")) {
            tooLong("tags", tag.asText(), LONGEST_TAG).ifPresent(wrong::add);
            if (tag.asText().contains(",")) {
                wrong.add(FreshdeskErrors.violation("tags", "invalid_value", "It should not contain ,"));
            }
        }
        if (wish.hasNonNull("group_id") && !wish.get("group_id").asText().equals(GROUP_ID)) {
            wrong.add(FreshdeskErrors.violation(
                    "group_id", "invalid_value", "There is no group matching the given group_id"));
        }
        wrong.addAll(customFields(wish.path("custom_fields")));
        FreshdeskErrors.refuse(wrong);
    }

    private List<ObjectNode> customFields(JsonNode sent) {
        List<ObjectNode> wrong = new ArrayList<>();
        sent.properties().forEach(entry -> {
            String name = entry.getKey();
            List<String> choices = CUSTOM_FIELDS.get(name);
            String value = entry.getValue().asText();
            if (choices == null || named("lacking-fields").contains(name)) {
                wrong.add(FreshdeskErrors.violation(name, "invalid_field", "Unexpected/invalid field in request"));
            } else if (!choices.isEmpty() && !choices.contains(value)) {
                wrong.add(FreshdeskErrors.violation(
                        name,
                        "invalid_value",
                        "It should be one of these values: '" + String.join(",", choices) + "'"));
            } else {
                tooLong(name, value, LONGEST_TEXT).ifPresent(wrong::add);
            }
        });
        named("required-fields").stream()
                .filter(name -> !sent.hasNonNull(name))
                .forEach(name -> wrong.add(FreshdeskErrors.violation(name, "missing_field", "It should be present")));
        return wrong;
    }

    private List<String> named(String name) {
        return switches.get(name).valueStream().map(JsonNode::asText).toList();
    }

    private static Optional<ObjectNode> number(ObjectNode wish, String name, List<Integer> allowed) {
        return !wish.hasNonNull(name) || allowed.contains(wish.get(name).asInt())
                ? Optional.empty()
                : Optional.of(FreshdeskErrors.violation(
                        name, "invalid_value", "It should be one of these values: '" + allowed + "'"));
    }

    private static Optional<ObjectNode> tooLong(String field, String text, int most) {
        return text.length() <= most
                ? Optional.empty()
                : Optional.of(FreshdeskErrors.violation(
                        field,
                        "invalid_value",
                        "Has " + text.length() + " characters, it can have maximum of " + most + " characters"));
    }
}
