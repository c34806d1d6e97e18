package dev.switchboard.sandbox.servicenow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table of the instance.
 *
 * @param store the type its records are kept under: a table and those that extend it share one
 * @param prefix of its numbers; empty when its records have none
 */
record Table(String name, String store, String prefix, Map<String, Column> columns) {

    static final String USERS = "sys_user";
    static final String CONTACTS = "customer_contact";
    static final String INCIDENTS = "incident";
    static final String CASES = "sn_customerservice_case";
    static final String JOURNAL = "sys_journal_field";

    private static final Map<String, Table> ALL = Stream.of(
                    incidents(), cases(), people(USERS), people(CONTACTS), journal())
            .collect(LinkedHashMap::new, (all, table) -> all.put(table.name(), table), Map::putAll);

    static Optional<Table> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    boolean isTask() {
        return !prefix.isEmpty();
    }

    private static Table incidents() {
        return table(INCIDENTS, INCIDENTS, "INC", task(), Column.reference("caller_id", USERS));
    }

    private static Table cases() {
        return table(
                CASES,
                CASES,
                "CS",
                task(),
                Column.reference("contact", CONTACTS),
                Column.reference("account", "customer_account"));
    }

    private static Table people(String name) {
        return table(
                name,
                USERS,
                "",
                system(),
                Column.text("user_name", 40),
                Column.text("first_name", 50),
                Column.text("last_name", 50),
                Column.text("name", 151),
                Column.text("email", 100),
                Column.text("phone", 40),
                Column.text("mobile_phone", 40),
                Column.text("home_phone", 40),
                Column.text("active", 40),
                Column.text("sys_class_name", 80),
                Column.reference("account", "customer_account"));
    }

    private static Table journal() {
        return table(
                JOURNAL,
                JOURNAL,
                "",
                system(),
                Column.text("element_id", 32),
                Column.text("element", 80),
                Column.text("name", 80),
                Column.text("value", Integer.MAX_VALUE));
    }

    private static List<Column> task() {
        return Stream.concat(
                        system().stream(),
                        Stream.of(
                                Column.text("number", 40),
                                Column.text("short_description", 160),
                                Column.text("description", 4_000),
                                Column.text("state", 40),
                                Column.text("hold_reason", 40),
                                Column.text("close_code", 40),
                                Column.text("close_notes", 4_000),
                                Column.text("impact", 40),
                                Column.text("urgency", 40),
                                Column.text("priority", 40),
                                Column.text("category", 40),
                                Column.text("contact_type", 40),
                                Column.text("correlation_id", 100),
                                Column.text("correlation_display", 100),
                                Column.text("u_ai_intent", 100),
                                Column.text("u_ai_sentiment", 40),
                                Column.text("u_tags", 255),
                                Column.reference("assignment_group", "sys_user_group"),
                                Column.journal("work_notes"),
                                Column.journal("comments")))
                .toList();
    }

    private static List<Column> system() {
        return List.of(
                Column.text("sys_id", 32),
                Column.time("sys_created_on"),
                Column.text("sys_created_by", 40),
                Column.time("sys_updated_on"),
                Column.text("sys_updated_by", 40),
                Column.text("sys_mod_count", 40));
    }

    private static Table table(String name, String store, String prefix, List<Column> inherited, Column... own) {
        Map<String, Column> columns = new LinkedHashMap<>();
        Stream.concat(inherited.stream(), Stream.of(own)).forEach(column -> columns.put(column.name(), column));
        return new Table(name, store, prefix, columns);
    }
}
