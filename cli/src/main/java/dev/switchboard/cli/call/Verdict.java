package dev.switchboard.cli.call;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whether the demo call went as it should, point by point. */
record Verdict(List<Check> checks) {

    record Check(boolean good, String text) {}

    Verdict {
        checks = List.copyOf(checks);
    }

    boolean good() {
        return checks.stream().allMatch(Check::good);
    }

    /** Everything that the call must leave behind is there. */
    static boolean complete(List<Finding> left) {
        return !of(left, RecordKind.ZENDESK_TICKET).isEmpty()
                && !activities(left).isEmpty();
    }

    static Verdict on(List<String> greeting, List<String> order, List<String> complaint, List<Finding> left) {
        var tickets = of(left, RecordKind.ZENDESK_TICKET);
        var told = Stream.of(
                        complaint.stream(),
                        of(left, RecordKind.TWILIO_MESSAGE).stream().map(message -> RecordKind.body(message.record())))
                .flatMap(texts -> texts)
                .toList();
        return new Verdict(List.of(
                new Check(contains(greeting, "sarah"), "the caller was greeted by name"),
                new Check(contains(order, "1001") && contains(order, "shipped"), "order 1001 was said to have shipped"),
                new Check(tickets.size() == 1, "the complaint became one ticket" + counted(tickets)),
                new Check(
                        !tickets.isEmpty() && names(told, tickets.getFirst().id()),
                        "the caller was told the ticket's number, in the call or by text message"),
                new Check(!activities(left).isEmpty(), "the call is logged with the contact in the CRM")));
    }

    private static String counted(List<Finding> tickets) {
        return tickets.size() > 1 ? ", not " + tickets.size() : "";
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

    /** A number may be spoken digit by digit. */
    private static boolean names(List<String> texts, String number) {
        return texts.stream().anyMatch(text -> text.replaceAll("[\\s,.-]", "").contains(number));
    }
}
