package dev.switchboard.sandbox.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** What Zendesk refuses in a ticket, and how it rewrites tags. */
final class ZendeskTicketRules {

    private static final int LONGEST_COMMENT_BYTES = 65_535;
    private static final int LONGEST_TEXT = 255;
    private static final List<String> PRIORITIES = List.of("urgent", "high", "normal", "low");
    private static final List<String> STATUSES = List.of("new", "open", "pending", "hold", "solved", "closed");
    private static final List<String> TYPES = List.of("problem", "incident", "question", "task");

    private ZendeskTicketRules() {}

    static void checkNew(ObjectNode wish) {
        boolean said = hasText(wish.path("comment"))
                || !wish.path("description").asText().isBlank();
        if (!said) {
            throw ZendeskErrors.invalid("base", "BlankValue", "Description: cannot be blank");
        }
        checkFields(wish);
    }

    static void checkChange(ObjectNode ticket, ObjectNode wish) {
        if (ticket.path("status").asText().equals("closed")) {
            throw ZendeskErrors.invalid("status", "InvalidValue", "Status: closed prevents ticket update");
        }
        boolean stale = !wish.path("updated_stamp")
                .asText()
                .equals(ticket.path("updated_at").asText());
        if (wish.path("safe_update").asBoolean() && stale) {
            throw new AnsweredException(ZendeskErrors.described(
                    409,
                    "UpdateConflict",
                    "Safe Update prevented the update due to outdated ticket data. Please fetch the latest ticket data"
                            + " and try again."));
        }
        checkFields(wish);
    }

    /** Lower-cased, split at spaces, without duplicates, sorted. */
    static ArrayNode tags(JsonNode kept, JsonNode added) {
        SortedSet<String> tags = new TreeSet<>();
        kept.forEach(tag -> tags.add(tag.asText()));
        added.forEach(tag -> tags.addAll(
                Arrays.asList(tag.asText().strip().toLowerCase(Locale.ROOT).split("[\\s,]+", -1))));
        tags.remove("");
        ArrayNode array = Json.array();
        tags.forEach(array::add);
        return array;
    }

    private static void checkFields(ObjectNode wish) {
        checkOneOf(wish, "priority", PRIORITIES);
        checkOneOf(wish, "status", STATUSES);
        checkOneOf(wish, "type", TYPES);
        checkLength(wish, "subject");
        checkLength(wish, "external_id");
        for (JsonNode tag : wish.path("tags")) {
            if (tag.asText().length() > LONGEST_TEXT) {
                throw ZendeskErrors.invalid("tags", "TooLong", "Tags: is too long (maximum is 255 characters)");
            }
        }
        JsonNode comment = wish.path("comment");
        if (comment.isObject() && !hasText(comment)) {
            throw ZendeskErrors.invalid("comment", "BlankValue", "Comment: cannot be blank");
        }
        if (comment.path("body").asText().getBytes(StandardCharsets.UTF_8).length > LONGEST_COMMENT_BYTES) {
            throw ZendeskErrors.invalid("comment", "TooLong", "Comment: is too long (maximum is 65535 bytes)");
        }
    }

    private static void checkOneOf(ObjectNode wish, String field, List<String> allowed) {
        if (wish.hasNonNull(field) && !allowed.contains(wish.get(field).asText())) {
            throw ZendeskErrors.invalid(
                    field,
                    "InvalidValue",
                    capital(field) + ": " + wish.get(field).asText() + " is not included in the list");
        }
    }

    private static void checkLength(ObjectNode wish, String field) {
        if (wish.path(field).asText().length() > LONGEST_TEXT) {
            throw ZendeskErrors.invalid(field, "TooLong", capital(field) + ": is too long (maximum is 255 characters)");
        }
    }

    private static boolean hasText(JsonNode comment) {
        return !comment.path("body").asText().isBlank()
                || !comment.path("html_body").asText().isBlank();
    }

    private static String capital(String field) {
        return field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
    }
}
