package dev.switchboard.sandbox.freshdesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Switches;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The search language: {@code "phone:'+1415' OR mobile:'+1415'"}, the double quotes being part of it. What changed in the last
 * {@code search-lag-seconds} (a switch; two minutes unless set) is not in the index yet.
 */
final class FreshdeskSearch {

    private static final int LONGEST_QUERY = 512;
    private static final int LAST_PAGE = 10;
    private static final int PAGE = 30;
    private static final int STANDARD_LAG_SECONDS = 120;
    private static final Pattern TERM = Pattern.compile("(\\w+):('[^']*'|\\d+|true|false|null)");
    private static final Set<String> CONTACT_FIELDS =
            Set.of("email", "phone", "mobile", "name", "company_id", "active", "tag");
    private static final Set<String> TICKET_FIELDS =
            Set.of("agent_id", "group_id", "priority", "status", "tag", "type");

    private final Records records;
    private final Clock clock;
    private final Switches switches;

    FreshdeskSearch(Records records, Clock clock, Switches switches) {
        this.records = records;
        this.clock = clock;
        this.switches = switches;
    }

    Answer contacts(Request request) {
        return answer(request, "contacts", CONTACT_FIELDS);
    }

    Answer tickets(Request request) {
        return answer(request, FreshdeskTickets.TICKETS, TICKET_FIELDS);
    }

    private Answer answer(Request request, String type, Set<String> fields) {
        String query = query(request);
        int from = (FreshdeskPages.number(request, "page", 1, LAST_PAGE) - 1) * PAGE;
        Instant indexed =
                clock.instant().minusSeconds(switches.get("search-lag-seconds").asInt(STANDARD_LAG_SECONDS));
        List<List<Matcher>> wanted = Arrays.stream(query.split(" OR ", -1))
                .map(part -> Arrays.stream(part.split(" AND ", -1))
                        .map(term -> term(term, fields))
                        .toList())
                .toList();
        List<ObjectNode> found = records.where(
                        type, each -> !each.path("deleted").asBoolean())
                .filter(each -> !Instant.parse(each.path("updated_at").asText()).isAfter(indexed))
                .filter(each -> wanted.stream().anyMatch(all -> all.stream().allMatch(term -> matches(each, term))))
                .toList();
        ObjectNode body = Json.object().put("total", found.size());
        body.set("results", Json.array(found.stream().skip(from).limit(PAGE).toList()));
        return Answer.json(200, body);
    }

    private static String query(Request request) {
        String query = request.query("query").orElse("");
        if (query.length() < 3 || query.length() > LONGEST_QUERY || !query.startsWith("\"") || !query.endsWith("\"")) {
            throw invalid();
        }
        return query.substring(1, query.length() - 1);
    }

    private static Matcher term(String text, Set<String> fields) {
        Matcher term = TERM.matcher(text.strip());
        if (!term.matches() || !(fields.contains(term.group(1)) || term.group(1).startsWith("cf_"))) {
            throw invalid();
        }
        return term;
    }

    private static boolean matches(ObjectNode each, Matcher term) {
        String field = term.group(1);
        String value = term.group(2).replace("'", "");
        if (field.equals("tag")) {
            return each.path("tags").valueStream().map(JsonNode::asText).anyMatch(value::equals);
        }
        JsonNode holder = field.startsWith("cf_") ? each.path("custom_fields") : each;
        return holder.path(field).asText().equals(value);
    }

    private static AnsweredException invalid() {
        return FreshdeskErrors.invalid("query", "invalid_value", "Given query is invalid");
    }
}
