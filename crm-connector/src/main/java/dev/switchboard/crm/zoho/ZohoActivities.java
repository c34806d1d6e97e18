package dev.switchboard.crm.zoho;

import dev.switchboard.integration.port.Activity;
import dev.switchboard.integration.port.LogActivity;
import dev.switchboard.integration.port.LogActivity.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Conversations as logged calls, or as notes when they were written. What a field does not take goes before it into notes, so that
 * the activity, which is written last, says that all of it is there.
 */
final class ZohoActivities {
    private static final String CALLS = "Calls";
    private static final String DESCRIPTION = "Description";
    private static final int LONGEST_SUBJECT = 255;
    private static final String CONTINUED = "\n\n[Continued in notes.]";
    /** With the offset, without fractions: Zoho refuses {@code Z}. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private final ZohoOrg org;
    private final ZohoNotes notes;

    ZohoActivities(ZohoOrg org) {
        this.org = org;
        this.notes = new ZohoNotes(org);
    }

    Activity log(LogActivity command) {
        ZohoId on = ZohoId.of(command.contactId());
        String mark = "\n\n" + ZohoNotes.mark(command.key().value());
        List<String> parts = ZohoText.parts(text(command), ZohoText.LONGEST - CONTINUED.length() - mark.length());
        notes.keepRest(on, command.key(), parts);
        String text = parts.getFirst() + (parts.size() == 1 ? "" : CONTINUED) + mark;
        return new Activity(
                command.kind() == Kind.CALL
                        ? org.insert(CALLS, call(command, on, text)).id()
                        : notes.keep(on, command.key(), command.subject(), text));
    }

    Optional<Activity> logged(LogActivity command) {
        ZohoId on = ZohoId.of(command.contactId());
        if (command.kind() == Kind.MESSAGE) {
            return notes.kept(on, command.key()).map(Activity::new);
        }
        if (org.hasExternalId(CALLS)) {
            String condition =
                    org.externalIdField() + " = " + Coql.literal(command.key().value());
            return org.query("select id from Calls where " + condition + " limit 1").stream()
                    .map(row -> new Activity(row.path("id").asText()))
                    .findFirst();
        }
        return ZohoNotes.marked(org.related(on, CALLS, DESCRIPTION), DESCRIPTION, command.key())
                .map(Activity::new);
    }

    private Map<String, Object> call(LogActivity command, ZohoId on, String text) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("Subject", ZohoText.line(subject(command), LONGEST_SUBJECT));
        call.put("Call_Type", "Inbound");
        call.put("Call_Start_Time", time(command.endedAt().minus(command.duration())));
        call.put("Call_Duration", minutes(command.duration()));
        String outcome = command.resolved() ? "Resolved" : "Unresolved";
        if (org.offers(CALLS, "Call_Result", outcome)) {
            call.put("Call_Result", outcome);
        }
        call.put(DESCRIPTION, text);
        if (on.isLead()) {
            call.put("What_Id", Map.of("id", on.id()));
            call.put("$se_module", on.module());
        } else {
            call.put("Who_Id", Map.of("id", on.id()));
        }
        if (org.hasExternalId(CALLS)) {
            call.put(org.externalIdField(), command.key().value());
        }
        return call;
    }

    private static String subject(LogActivity command) {
        return command.subject().isBlank() ? "AI call" : command.subject();
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** {@code 03:04}; hours are more minutes. */
    private static String minutes(Duration duration) {
        return String.format(Locale.ROOT, "%02d:%02d", duration.toMinutes(), duration.toSecondsPart());
    }

    private static String text(LogActivity command) {
        StringJoiner lines = new StringJoiner("\n");
        if (command.kind() == Kind.MESSAGE || command.subject().length() > LONGEST_SUBJECT) {
            lines.add(command.subject());
        }
        lines.add(command.summary());
        add(lines, "Intent", command.intent());
        add(lines, "Sentiment", command.sentiment());
        add(lines, "Resolved", command.resolved() ? "yes" : "no");
        add(lines, "Ticket", command.ticket());
        add(lines, "From", command.customerAddress());
        add(lines, "To", command.lineAddress());
        return lines.add("").add(command.transcript()).toString();
    }

    private static void add(StringJoiner lines, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.add(name + ": " + value);
        }
    }
}
