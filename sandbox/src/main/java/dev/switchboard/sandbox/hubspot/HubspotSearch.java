package dev.switchboard.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Quota;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Refusal;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Switches;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Search. Its index is behind what is written by the switch {@code search-lag-seconds}, ten unless set, and its own
 * limit is real when the switch {@code search-limit-per-second} is set.
 */
final class HubspotSearch {

    private static final int MOST_GROUPS = 5;
    private static final int MOST_FILTERS = 6;
    private static final int MOST_FILTERS_OVERALL = 18;
    private static final int LARGEST_PAGE = 200;
    private static final int LONGEST_QUERY = 3_000;
    private static final int CEILING = 10_000;
    private static final int STANDARD_LAG_SECONDS = 10;

    private final HubspotObjects objects;
    private final HubspotSchema schema;
    private final HubspotStore store;
    private final HubspotAssociations associations;
    private final Records records;
    private final Switches switches;
    private final Clock clock;
    private final Quota perSecond;

    HubspotSearch(
            HubspotObjects objects,
            HubspotSchema schema,
            HubspotStore store,
            HubspotAssociations associations,
            HubspotSandbox sandbox) {
        this.objects = objects;
        this.schema = schema;
        this.store = store;
        this.associations = associations;
        this.records = sandbox.records();
        this.switches = sandbox.switches();
        this.clock = sandbox.clock();
        this.perSecond = new Quota(clock, Duration.ofSeconds(1));
    }

    Answer search(Request request) {
        if (perSecond.take() > switches.get("search-limit-per-second").asInt(Integer.MAX_VALUE)) {
            throw new AnsweredException(HubspotErrors.limited(new Refusal.RateLimited(null), "SECONDLY"));
        }
        String type = objects.type(request);
        ObjectNode wish = request.json();
        List<List<HubspotFilter>> groups = groups(type, wish.path("filterGroups"));
        String query = wish.path("query").asText("").toLowerCase(Locale.ROOT);
        int limit = wish.path("limit").asInt(10);
        int after = Integer.parseInt(wish.path("after").asText("0").replaceFirst("^$|\\D.*", "0"));
        if (limit > LARGEST_PAGE
                || query.length() > LONGEST_QUERY
                || wish.path("sorts").size() > 1
                || after >= CEILING) {
            throw HubspotErrors.invalid("There was a problem with the request.");
        }
        List<ObjectNode> found = records.where(type, this::isIndexed)
                .filter(object -> groups.isEmpty() || groups.stream().anyMatch(group -> matches(type, object, group)))
                .filter(object -> query.isEmpty() || containsText(object, query))
                .sorted(order(wish.path("sorts").path(0)))
                .toList();
        return page(type, wish, found, Math.min(after, found.size()), limit);
    }

    private Answer page(String type, ObjectNode wish, List<ObjectNode> found, int from, int limit) {
        List<String> wanted = new ArrayList<>();
        wish.path("properties").forEach(name -> wanted.add(name.asText()));
        int to = Math.min(found.size(), from + limit);
        ObjectNode body = Json.object().put("total", found.size());
        body.set(
                "results",
                Json.array(found.subList(from, to).stream()
                        .map(object -> store.view(type, object, wanted))
                        .toList()));
        if (to < found.size()) {
            body.putObject("paging").putObject("next").put("after", String.valueOf(to));
        }
        return Answer.json(200, body);
    }

    private List<List<HubspotFilter>> groups(String type, JsonNode wishes) {
        List<List<HubspotFilter>> groups = new ArrayList<>();
        for (JsonNode wish : wishes) {
            List<HubspotFilter> filters = new ArrayList<>();
            wish.path("filters").forEach(filter -> filters.add(HubspotFilter.parse(filter)));
            filters.forEach(filter -> checkProperty(type, filter));
            groups.add(filters);
        }
        int overall = groups.stream().mapToInt(List::size).sum();
        boolean tooLarge = groups.stream().anyMatch(group -> group.size() > MOST_FILTERS);
        if (groups.size() > MOST_GROUPS || tooLarge || overall > MOST_FILTERS_OVERALL) {
            throw HubspotErrors.invalid("too many filters: at most 5 groups of 6, 18 overall");
        }
        return groups;
    }

    private void checkProperty(String type, HubspotFilter filter) {
        boolean known = filter.property().startsWith("associations.")
                || schema.property(type, filter.property()).isPresent();
        if (!known) {
            throw HubspotErrors.invalid(
                    "There was a problem with the request. property " + filter.property() + " does not exist");
        }
    }

    private boolean matches(String type, ObjectNode object, List<HubspotFilter> filters) {
        return filters.stream().allMatch(filter -> {
            if (!filter.property().startsWith("associations.")) {
                return filter.matches(HubspotStore.value(object, filter.property()));
            }
            String singular = filter.property().substring("associations.".length());
            String toType = singular.equals("company") ? "companies" : singular + "s";
            return associations.ids(type, object.path("id").asText(), toType).contains(filter.value());
        });
    }

    private static boolean containsText(ObjectNode object, String query) {
        return object.path("properties")
                .valueStream()
                .anyMatch(value -> value.asText("").toLowerCase(Locale.ROOT).contains(query));
    }

    private boolean isIndexed(ObjectNode object) {
        Duration lag = Duration.ofSeconds(switches.get("search-lag-seconds").asLong(STANDARD_LAG_SECONDS));
        return lag.isZero()
                || !Instant.parse(object.path("createdAt").asText())
                        .isAfter(clock.instant().minus(lag));
    }

    /** {@code "-lastmodifieddate"}, or an object with {@code propertyName} and {@code direction}. */
    private static Comparator<ObjectNode> order(JsonNode sort) {
        String text =
                sort.isTextual() ? sort.asText() : sort.path("propertyName").asText();
        boolean descending =
                text.startsWith("-") || sort.path("direction").asText().equals("DESCENDING");
        String property = text.isEmpty() ? "createdate" : text.replaceFirst("^-", "");
        Comparator<ObjectNode> ascending = Comparator.comparing(object -> HubspotStore.value(object, property));
        return descending ? ascending.reversed() : ascending;
    }
}
