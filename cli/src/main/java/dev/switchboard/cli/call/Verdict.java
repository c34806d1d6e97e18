package dev.switchboard.cli.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the demo call went as it should, point by point; only systems that can be looked into count. */
record Verdict(List<Check> checks) {

    record Check(boolean good, String text) {}

    /** What the caller heard after ringing, after asking and after complaining. */
    record Heard(List<String> greeting, List<String> order, List<String> complaint) {
        Heard {
            greeting = List.copyOf(greeting);
            order = List.copyOf(order);
            complaint = List.copyOf(complaint);
        }
    }

    Verdict {
        checks = List.copyOf(checks);
    }

    boolean good() {
        return checks.stream().allMatch(Check::good);
    }

    /** Everything that the call must leave behind in these systems is there. */
    static boolean complete(List<Finding> left, List<String> systems) {
        boolean ticketed =
                !hasDesk(systems) || !of(left, RecordKind.ZENDESK_TICKET).isEmpty();
        return ticketed && (!hasCrm(systems) || !activities(left).isEmpty());
    }

    static Verdict on(Heard heard, List<Finding> left, List<String> systems) {
        var checks = new ArrayList<Check>();
        checks.add(new Check(contains(heard.greeting(), "sarah"), "the caller was greeted by name"));
        checks.add(new Check(
                contains(heard.order(), "1001") && contains(heard.order(), "shipped"),
                "order 1001 was said to have shipped"));
        if (hasDesk(systems)) {
            checks.addAll(onTicket(heard.complaint(), left));
        }
        if (hasCrm(systems)) {
            checks.add(new Check(!activities(left).isEmpty(), "the call is logged with the contact in the CRM"));
        }
        return new Verdict(checks);
    }

    private static List<Check> onTicket(List<String> complaint, List<Finding> left) {
        var tickets = of(left, RecordKind.ZENDESK_TICKET);
        var messages = of(left, RecordKind.TWILIO_MESSAGE).stream().map(message -> RecordKind.body(message.record()));
        var told = Stream.concat(complaint.stream(), messages).toList();
        var counted = tickets.size() > 1 ? ", not " + tickets.size() : "";
        return List.of(
                new Check(tickets.size() == 1, "the complaint became one ticket" + counted),
                new Check(
                        !tickets.isEmpty() && names(told, tickets.getFirst().id()),
                        "the caller was told the ticket's number, in the call or by text message"));
    }

    private static boolean hasDesk(List<String> systems) {
        return systems.contains(RecordKind.ZENDESK_TICKET.system());
    }

    private static boolean hasCrm(List<String> systems) {
        return systems.contains(RecordKind.SALESFORCE_TASK.system())
                || systems.contains(RecordKind.HUBSPOT_CALL.system());
    }

    private static List<Finding> activities(List<Finding> left) {
        return Stream.concat(of(left, RecordKind.SALESFORCE_TASK).stream(), of(left, RecordKind.HUBSPOT_CALL).stream())
                .toList();
    }

    private static List<Finding> of(List<Finding> left, RecordKind kind) {
        return left.stream().filter(finding -> finding.kind() == kind).toList();
    }

    private static boolean contains(List<String> sentences, String word) {
        return String.join(" ", sentences).toLowerCase(Locale.ROOT).contains(word);
    }

    /** A number may be spoken digit by digit: "4 2" is 42, and 1042 is not. */
    private static boolean names(List<String> texts, String number) {
        var digits = String.join("[\\s,.-]*", number.split("", -1));
        var spoken = Pattern.compile("(?<!\\d)" + digits + "(?!\\d)");
        return texts.stream().anyMatch(text -> spoken.matcher(text).find());
    }
}
