package dev.switchboard.cli.call;

import dev.switchboard.events.OutboundCommand.SendMessage;
import dev.switchboard.integration.card.IntegrationCard.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the demo call went as it should, point by point; only the kinds of systems that are on count. */
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

    static Verdict on(Heard heard, Traces left, Set<Category> kinds) {
        var checks = new ArrayList<Check>();
        if (kinds.contains(Category.CRM)) {
            checks.add(new Check(contains(heard.greeting(), "sarah"), "the caller was greeted by name"));
        }
        if (kinds.contains(Category.COMMERCE)) {
            checks.add(new Check(
                    contains(heard.order(), "1001") && contains(heard.order(), "shipped"),
                    "order 1001 was said to have shipped"));
        }
        if (kinds.contains(Category.TICKETING)) {
            checks.addAll(onTicket(heard.complaint(), left));
        }
        if (kinds.contains(Category.CRM)) {
            checks.add(new Check(!left.activities().isEmpty(), "the call is logged with the contact in the CRM"));
        }
        return new Verdict(checks);
    }

    private static List<Check> onTicket(List<String> complaint, Traces left) {
        var tickets = left.tickets();
        var told = Stream.concat(complaint.stream(), left.messages().stream().map(SendMessage::text))
                .toList();
        var counted = tickets.size() > 1 ? ", not " + tickets.size() : "";
        return List.of(
                new Check(tickets.size() == 1, "the complaint became one ticket" + counted),
                new Check(
                        !tickets.isEmpty() && names(told, tickets.getFirst().number()),
                        "the caller was told the ticket's number, in the call or by text message"));
    }

    private static boolean contains(List<String> sentences, String word) {
        return String.join(" ", sentences).toLowerCase(Locale.ROOT).contains(word);
    }

    /** A number may be spoken digit by digit: "4 2" is 42, and 1042 is not. */
    private static boolean names(List<String> texts, String number) {
        var digits = Stream.of(number.split("", -1))
                .filter(character -> !character.isEmpty())
                .map(Pattern::quote)
                .reduce((one, next) -> one + "[\\s,.-]*" + next)
                .orElse("");
        var spoken = Pattern.compile("(?<![\\p{L}\\d])" + digits + "(?!\\d)");
        return texts.stream().anyMatch(text -> spoken.matcher(text).find());
    }
}
