package dev.switchboard.sandbox.servicenow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import java.util.Optional;

/**
 * What writing a row does: columns nobody knows are left out without a word, what is too long is cut, journals grow by an entry,
 * the caller is mailed what is meant for them, and the business rule runs.
 */
final class Writes {

    private static final int JOURNAL_LENGTH = 4_000;

    private final Instance instance;
    private final BusinessRule rule;

    Writes(Instance instance, BusinessRule rule) {
        this.instance = instance;
        this.rule = rule;
    }

    ObjectNode create(Table table, ObjectNode sent, String user) {
        ObjectNode values = known(table, sent);
        if (table.isTask()) {
            TaskRules.defaults(table, values);
            TaskRules.apply(table, values);
            unique(table, values);
            values.put("number", instance.nextNumber(table));
        } else {
            person(table, values);
        }
        ObjectNode row = instance.insert(table, values, user);
        if (table.isTask()) {
            mail(
                    row,
                    "opened for you",
                    row.path("short_description").asText() + "\n"
                            + row.path("description").asText());
            journal(table, row, sent, user);
        }
        rule.run(table, row, "created");
        return row;
    }

    ObjectNode update(Table table, ObjectNode row, ObjectNode sent, String user) {
        ObjectNode changed = row.deepCopy();
        changed.setAll(known(table, sent));
        if (table.isTask()) {
            TaskRules.apply(table, changed);
        }
        row.setAll(changed);
        row.put("sys_updated_on", instance.now())
                .put("sys_updated_by", user)
                .put("sys_mod_count", String.valueOf(row.path("sys_mod_count").asInt() + 1));
        if (table.isTask()) {
            journal(table, row, sent, user);
        }
        rule.run(table, row, "updated");
        return row;
    }

    void delete(Table table, ObjectNode row) {
        instance.records().remove(table.store(), row.path("sys_id").asText());
        rule.run(table, row, "deleted");
    }

    /** Somebody who was there before the rule was. */
    ObjectNode seed(Table people, ObjectNode sent) {
        ObjectNode values = known(people, sent);
        person(people, values);
        return instance.insert(people, values, "admin");
    }

    private ObjectNode known(Table table, ObjectNode sent) {
        ObjectNode values = Json.object();
        sent.properties().forEach(field -> {
            Column column = table.columns().get(field.getKey());
            if (column != null && instance.writable(table, column.name()) && column.kind() == Column.Kind.PLAIN) {
                values.put(column.name(), cut(field.getValue().asText(), column.length()));
            }
        });
        return values;
    }

    /** The name follows from first and last name; user names are unique. */
    private void person(Table table, ObjectNode person) {
        String name = (person.path("first_name").asText() + " "
                        + person.path("last_name").asText())
                .strip();
        person.put("name", name).put("sys_class_name", table.name());
        if (person.path("active").asText().isEmpty()) {
            person.put("active", "true");
        }
        String userName = person.path("user_name").asText();
        boolean taken = !userName.isEmpty()
                && instance.records()
                        .where(
                                Table.USERS,
                                each -> each.path("user_name").asText().equalsIgnoreCase(userName))
                        .findAny()
                        .isPresent();
        if (taken) {
            throw ServicenowErrors.stopped(
                    "Error during insert of " + table.name() + " (" + userName + "): unique key violation");
        }
    }

    /** Only where an administrator made an index for it. */
    private void unique(Table table, ObjectNode task) {
        String key = task.path("correlation_id").asText();
        boolean taken = instance.isOn("unique-correlation-ids")
                && !key.isEmpty()
                && instance.rows(table)
                        .anyMatch(row -> row.path("correlation_id").asText().equals(key));
        if (taken) {
            throw ServicenowErrors.stopped(
                    "Error during insert of " + table.name() + ": Unique Key violation detected by database");
        }
    }

    private void journal(Table table, ObjectNode row, ObjectNode sent, String user) {
        for (String element : new String[] {"comments", "work_notes"}) {
            String text = sent.path(element).asText("");
            if (!text.isBlank()) {
                entry(table, row, element, text, user);
            }
        }
    }

    private void entry(Table table, ObjectNode row, String element, String text, String user) {
        String value = cut(text, instance.number("journal-length", JOURNAL_LENGTH));
        Table journal = instance.table(Table.JOURNAL);
        instance.insert(
                journal,
                Json.object()
                        .put("element_id", row.path("sys_id").asText())
                        .put("element", element)
                        .put("name", table.name())
                        .put("value", value),
                user);
        if (element.equals("comments")) {
            mail(row, "comments added", value);
        }
    }

    private void mail(ObjectNode task, String subject, String text) {
        String person = task.path("caller_id").asText(task.path("contact").asText());
        Optional<ObjectNode> to = instance.records()
                .find(Table.USERS, person)
                .filter(each -> !each.path("email").asText().isEmpty());
        to.ifPresent(each -> instance.records()
                .put(
                        "mails",
                        String.valueOf(instance.records().next("mails", 1)),
                        Json.object()
                                .put("to", each.path("email").asText())
                                .put("subject", task.path("number").asText() + " " + subject)
                                .put("text", text)));
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }
}
