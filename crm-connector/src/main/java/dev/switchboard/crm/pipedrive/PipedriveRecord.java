package dev.switchboard.crm.pipedrive;

import dev.switchboard.integration.port.LogActivity;
import dev.switchboard.integration.port.LogActivity.Kind;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A conversation as plain text: what came of it, then every word. */
final class PipedriveRecord {
    private PipedriveRecord() {}

    static String of(LogActivity command) {
        StringJoiner lines = new StringJoiner("\n");
        if (command.kind() == Kind.MESSAGE || command.subject().length() > PipedriveActivities.LONGEST_SUBJECT) {
            lines.add(command.subject());
        }
        lines.add(command.summary());
        lines.add("Direction: inbound");
        add(lines, "From", command.customerAddress());
        add(lines, "To", command.lineAddress());
        add(lines, "Intent", command.intent());
        add(lines, "Sentiment", command.sentiment());
        add(lines, "Resolved", command.resolved() ? "yes" : "no");
        add(lines, "Ticket", command.ticket());
        return lines.add("").add(command.transcript()).toString();
    }

    private static void add(StringJoiner lines, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.add(name + ": " + value);
        }
    }
}
