package dev.switchboard.sandbox.servicenow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What the instance itself does to an incident or a case that is written: looked-up priority, and data policies. */
final class TaskRules {

    private static final String ON_HOLD = "3";
    private static final String RESOLVED = "6";

    private TaskRules() {}

    static void defaults(Table table, ObjectNode task) {
        fill(task, "state", "1");
        if (table.name().equals(Table.INCIDENTS)) {
            fill(task, "impact", "3");
            fill(task, "urgency", "3");
            fill(task, "category", "inquiry");
        } else {
            fill(task, "priority", "4");
        }
    }

    /** An incident's priority follows from impact and urgency, whatever was sent. */
    static void apply(Table table, ObjectNode task) {
        if (!table.name().equals(Table.INCIDENTS)) {
            return;
        }
        int sum = task.path("impact").asInt(3) + task.path("urgency").asInt(3);
        task.put("priority", String.valueOf(Math.clamp(sum - 1, 1, 5)));
        check(task);
    }

    private static void check(ObjectNode task) {
        List<String> missing = new ArrayList<>();
        String state = task.path("state").asText();
        if (state.equals(ON_HOLD)) {
            require(task, "hold_reason", "On hold reason", missing);
        }
        if (state.equals(RESOLVED)) {
            require(task, "close_code", "Resolution code", missing);
            require(task, "close_notes", "Resolution notes", missing);
        }
        if (!missing.isEmpty()) {
            throw ServicenowErrors.stopped(
                    "Data Policy Exception: The following fields are mandatory: " + String.join(", ", missing));
        }
    }

    private static void require(ObjectNode task, String column, String label, List<String> missing) {
        if (task.path(column).asText().isBlank()) {
            missing.add(label);
        }
    }

    private static void fill(ObjectNode task, String column, String value) {
        if (task.path(column).asText().isEmpty()) {
            task.put(column, value);
        }
    }
}
