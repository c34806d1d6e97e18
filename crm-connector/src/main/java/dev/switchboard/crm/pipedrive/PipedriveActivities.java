package dev.switchboard.crm.pipedrive;

import dev.switchboard.crm.pipedrive.PipedriveJson.NewActivity;
import dev.switchboard.crm.pipedrive.PipedriveJson.NewCall;
import dev.switchboard.crm.pipedrive.PipedriveJson.NewNote;
import dev.switchboard.crm.pipedrive.PipedriveJson.Participant;
import dev.switchboard.integration.port.Activity;
import dev.switchboard.integration.port.LogActivity;
import dev.switchboard.integration.port.LogActivity.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Conversations as calls, or as notes when they were written. What does not fit into one text goes before it into further notes. A
 * call is an activity, which can be found again by its person, and then made a call with numbers and outcome, which cannot: so that is
 * tried once, and an activity is complete without it.
 */
final class PipedriveActivities {
    static final int LONGEST_SUBJECT = 255;

    private static final int LARGEST_PAGE = 500;
    /** For clocks that differ. */
    private static final Duration BEFORE_THE_END = Duration.ofHours(1);

    private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final PipedriveAccount account;

    PipedriveActivities(PipedriveAccount account) {
        this.account = account;
    }

    Activity log(LogActivity command) {
        List<String> parts = PipedriveText.parts(PipedriveRecord.of(command));
        continued(command, parts);
        String text = parts.getFirst() + "<br><br>" + mark(command.key().value());
        return command.kind() == Kind.CALL ? call(command, text) : message(command, text);
    }

    Optional<Activity> logged(LogActivity command) {
        String mark = mark(command.key().value());
        return (command.kind() == Kind.CALL ? activity(command, mark) : note(command, mark))
                .map(id -> new Activity(Long.toString(id)));
    }

    private void continued(LogActivity command, List<String> parts) {
        for (int part = 2; part <= parts.size(); part++) {
            String mark = mark(command.key() + "-" + part);
            if (note(command, mark).isEmpty()) {
                String heading = "(" + part + " of " + parts.size() + ")<br>";
                write(command, heading + parts.get(part - 1) + "<br><br>" + mark);
            }
        }
    }

    private Activity message(LogActivity command, String text) {
        return new Activity(Long.toString(write(command, text)));
    }

    private long write(LogActivity command, String html) {
        return account.api()
                .createNote(new NewNote(html, person(command)))
                .data()
                .id();
    }

    private Activity call(LogActivity command, String text) {
        Instant start = command.endedAt().minus(command.duration());
        String subject = PipedriveText.line(command.subject(), LONGEST_SUBJECT);
        long id = activity(command, mark(command.key().value()))
                .orElseGet(() -> account.api()
                        .createActivity(new NewActivity(
                                subject,
                                "call",
                                DATE.format(start),
                                TIME.format(start),
                                minutes(command.duration()),
                                true,
                                List.of(new Participant(person(command), true)),
                                text))
                        .data()
                        .id());
        String line = command.lineAddress();
        if (line != null) {
            NewCall call = new NewCall(
                    id,
                    subject,
                    Long.toString(command.duration().toSeconds()),
                    "connected",
                    command.customerAddress(),
                    line,
                    SECOND.format(start),
                    SECOND.format(command.endedAt()),
                    text);
            // Without the scope for telephony the activity has to do.
            PipedriveAccount.unlessHidden(() -> account.api().createCall(call));
        }
        return new Activity(Long.toString(id));
    }

    private Optional<Long> activity(LogActivity command, String mark) {
        return account
                .api()
                .activities(command.contactId(), true, since(command), "add_time", "desc", LARGEST_PAGE)
                .data()
                .stream()
                .filter(activity -> String.valueOf(activity.note()).contains(mark))
                .map(PipedriveJson.Scheduled::id)
                .findFirst();
    }

    private Optional<Long> note(LogActivity command, String mark) {
        return account.api().notes(command.contactId(), since(command), "add_time DESC", LARGEST_PAGE).data().stream()
                .filter(note -> String.valueOf(note.content()).contains(mark))
                .map(PipedriveJson.Note::id)
                .findFirst();
    }

    /** It was not written before the conversation had ended. */
    private static String since(LogActivity command) {
        return command.endedAt()
                .minus(BEFORE_THE_END)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static String mark(String key) {
        return "[" + key + "]";
    }

    private static long person(LogActivity command) {
        return Long.parseLong(command.contactId());
    }

    /** Hours and minutes, to the nearest minute. */
    private static String minutes(Duration duration) {
        Duration rounded = duration.plusSeconds(30);
        return "%02d:%02d".formatted(Math.min(99, rounded.toHours()), rounded.toMinutesPart());
    }
}
