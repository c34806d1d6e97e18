package dev.switchboard.sandbox.zendesk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /search} for tickets: {@code type:ticket requester:a@b.c status<solved tags:x external_id:y words}. */
final class ZendeskTicketSearch {

    private static final int CEILING = 1_000;
    private static final List<String> STATUSES = List.of("new", "open", "pending", "hold", "solved", "closed");
    private static final Pattern TERM = Pattern.compile("(?:(\\w+)([:<>]))?(\"[^\"]*\"|\\S+)");

    private final Records records;

    ZendeskTicketSearch(Records records) {
        this.records = records;
    }

    Answer search(Request request) {
        String query = request.query("query").orElseThrow(() -> ZendeskErrors.missingParameter("query"));
        int page = ZendeskPages.number(request, "page", 1);
        int size = Math.clamp(ZendeskPages.number(request, "per_page", 100), 1, 100);
        if (page * size > CEILING) {
            return ZendeskErrors.described(422, "SearchCeiling", "Number of search results is limited to 1000");
        }
        Comparator<ObjectNode> byCreation =
                Comparator.comparing(ticket -> ticket.path("created_at").asText());
        boolean ascending = request.query("sort_order").orElse("desc").equals("asc");
        return ZendeskPages.byOffset(
                request,
                "results",
                records.where("tickets", ticket -> matches(ticket, query))
                        .sorted(ascending ? byCreation : byCreation.reversed())
                        .map(ticket -> ticket.deepCopy().put("result_type", "ticket"))
                        .toList());
    }

    private boolean matches(ObjectNode ticket, String query) {
        Matcher term = TERM.matcher(query);
        while (term.find()) {
            String field = term.group(1) == null ? "" : term.group(1);
            String operator = term.group(2) == null ? "" : term.group(2);
            if (!matches(ticket, field, operator, term.group(3).replace("\"", ""))) {
                return false;
            }
        }
        return true;
    }

    private boolean matches(ObjectNode ticket, String field, String operator, String value) {
        return switch (field) {
            case "type" -> value.equals("ticket");
            case "status" -> matchesStatus(ticket.path("status").asText(), operator, value);
            case "requester" -> matchesRequester(ticket, value);
            case "tags" ->
                ticket.path("tags").valueStream().anyMatch(tag -> tag.asText().equals(value));
            case "" ->
                (ticket.path("subject").asText() + " "
                                + ticket.path("description").asText())
                        .toLowerCase(Locale.ROOT)
                        .contains(value.toLowerCase(Locale.ROOT));
            default -> ticket.path(field).asText().equals(value);
        };
    }

    private static boolean matchesStatus(String status, String operator, String value) {
        int difference = STATUSES.indexOf(status) - STATUSES.indexOf(value);
        return switch (operator) {
            case "<" -> difference < 0;
            case ">" -> difference > 0;
            default -> difference == 0;
        };
    }

    private boolean matchesRequester(ObjectNode ticket, String value) {
        String requester = ticket.path("requester_id").asText();
        return requester.equals(value)
                || records.find("users", requester)
                        .filter(user -> user.path("email").asText().equalsIgnoreCase(value))
                        .isPresent();
    }
}
