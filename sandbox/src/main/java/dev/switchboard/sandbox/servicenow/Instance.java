package dev.switchboard.sandbox.servicenow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Switches;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What the instance holds and how it is set up: its tables, less what it lacks and what the caller's roles do not show. */
final class Instance {

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /** A record that access rules hide carries this. */
    private static final String HIDDEN = "hidden";

    private final Records records;
    private final Switches switches;
    private final Clock clock;

    Instance(Records records, Switches switches, Clock clock) {
        this.records = records;
        this.switches = switches;
        this.clock = clock;
    }

    Table table(String name) {
        return Table.named(name)
                .orElseThrow(() -> new AnsweredException(ServicenowErrors.error(400, "Invalid table " + name, null)));
    }

    /** Empty for a column that the instance lacks, and for one that the caller may not read: nothing tells them apart. */
    Optional<Column> column(Table table, String name) {
        boolean away = listed("lacking-columns", name) || listed("unreadable-columns", table.name() + "." + name);
        return away ? Optional.empty() : Optional.ofNullable(table.columns().get(name));
    }

    boolean writable(Table table, String name) {
        return table.columns().containsKey(name) && !listed("lacking-columns", name) && !name.startsWith("sys_");
    }

    Stream<ObjectNode> rows(Table table) {
        return records.where(table.store(), row -> !table.name().equals(Table.CONTACTS) || isContact(row));
    }

    Optional<ObjectNode> visible(Table table, String sysId) {
        return rows(table)
                .filter(row -> row.path("sys_id").asText().equals(sysId))
                .filter(row -> shown(table, row))
                .findFirst();
    }

    /** Access rules look at rows after they were selected. */
    boolean shown(Table table, ObjectNode row) {
        return !row.path(HIDDEN).asBoolean() && !listed("hidden-tables", table.name());
    }

    /** The stored record with the columns every table has; not yet seen by any rule. */
    ObjectNode insert(Table table, ObjectNode values, String user) {
        String sysId = values.hasNonNull("sys_id")
                ? values.get("sys_id").asText()
                : UUID.nameUUIDFromBytes((table.store() + records.next("sys_id", 1)).getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
        String now = now();
        ObjectNode row = Json.object();
        table.columns().keySet().forEach(column -> row.put(column, ""));
        row.setAll(values);
        row.put("sys_id", sysId)
                .put("sys_created_by", user)
                .put("sys_updated_by", user)
                .put("sys_created_on", values.path("sys_created_on").asText(now))
                .put("sys_updated_on", values.path("sys_updated_on").asText(now))
                .put("sys_mod_count", "0");
        return records.put(table.store(), sysId, row);
    }

    String nextNumber(Table table) {
        return table.prefix() + "%07d".formatted(records.next(table.name(), 10_001));
    }

    String now() {
        return TIME.format(clock.instant());
    }

    Records records() {
        return records;
    }

    boolean isOn(String name) {
        return switches.get(name).asBoolean();
    }

    int number(String name, int otherwise) {
        return switches.get(name).asInt(otherwise);
    }

    private boolean listed(String name, String value) {
        for (JsonNode each : switches.get(name)) {
            if (each.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isContact(ObjectNode row) {
        return row.path("sys_class_name").asText().equals(Table.CONTACTS);
    }
}
