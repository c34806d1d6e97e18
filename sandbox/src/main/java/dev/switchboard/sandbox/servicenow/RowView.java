package dev.switchboard.sandbox.servicenow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Request;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row as an answer shows it. Every value is text; references are objects with a link unless asked otherwise; display values are
 * labels, and times are then in the user's zone.
 */
final class RowView {

    private static final ZoneId USERS_ZONE = ZoneId.of("America/Los_Angeles");
    private static final Map<String, String> STATES =
            Map.of("1", "New", "2", "In Progress", "3", "On Hold", "6", "Resolved", "7", "Closed", "8", "Canceled");

    private final Instance instance;
    private final Table table;
    private final String baseUrl;
    private final String display;
    private final boolean withoutLinks;
    private final Optional<String> fields;

    RowView(Instance instance, Table table, Request request) {
        this.instance = instance;
        this.table = table;
        this.baseUrl = request.baseUrl();
        this.display = request.query("sysparm_display_value").orElse("false");
        this.withoutLinks =
                request.query("sysparm_exclude_reference_link").orElse("false").equals("true");
        this.fields = request.query("sysparm_fields").filter(asked -> !asked.isBlank());
    }

    /** A column that is not there is left out, as if it had not been asked for. */
    ObjectNode of(ObjectNode row) {
        ObjectNode shown = Json.object();
        Stream<String> asked = fields.map(
                        names -> Arrays.stream(names.split(",", -1)).map(String::strip))
                .orElseGet(() -> table.columns().keySet().stream());
        asked.forEach(name -> instance.column(table, name).ifPresent(column -> put(shown, column, row)));
        return shown;
    }

    private void put(ObjectNode shown, Column column, ObjectNode row) {
        String value = column.kind() == Column.Kind.JOURNAL
                ? ""
                : row.path(column.name()).asText();
        if (display.equals("all")) {
            shown.putObject(column.name())
                    .put("display_value", label(column, value))
                    .put("value", value);
            return;
        }
        String text = display.equals("true") ? label(column, value) : value;
        if (column.reference() == null || withoutLinks || value.isEmpty()) {
            shown.put(column.name(), text);
            return;
        }
        shown.putObject(column.name())
                .put("link", baseUrl + "/api/now/v2/table/" + column.reference() + "/" + value)
                .put(display.equals("true") ? "display_value" : "value", text);
    }

    private String label(Column column, String value) {
        if (value.isEmpty()) {
            return value;
        }
        if (column.kind() == Column.Kind.TIME) {
            return LocalDateTime.parse(value, Instance.TIME)
                    .atZone(ZoneOffset.UTC)
                    .withZoneSameInstant(USERS_ZONE)
                    .format(Instance.TIME.withZone(USERS_ZONE));
        }
        if (column.name().equals("state")) {
            return STATES.getOrDefault(value, value);
        }
        if (List.of(Table.USERS, Table.CONTACTS).contains(String.valueOf(column.reference()))) {
            return instance.records()
                    .find(Table.USERS, value)
                    .map(person -> person.path("name").asText())
                    .orElse(value);
        }
        return value;
    }
}
