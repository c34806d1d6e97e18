package dev.switchboard.sandbox.pipedrive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Refusal;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Routes;
import dev.switchboard.sandbox.VendorSandbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Pipedrive's API v2, and what v1 still has; v1's twins of v2 endpoints are gone. The search is seconds behind and all budgets are
 * real. Switches: {@code search-lag-seconds}, {@code search-by-words}, {@code burst-limit}, {@code search-limit}, {@code
 * daily-tokens}, {@code spent-tokens}, {@code lacking-fields}, and {@code banned} for who ignored too many refusals. Persons are merged by adding a record of the type {@code merges}.
 */
public final class PipedriveSandbox extends VendorSandbox {

    private static final List<String> GONE = List.of(
            "persons", "organizations", "deals", "activities", "itemSearch", "personFields", "stages", "pipelines");
    private static final Set<String> SORTABLE = Set.of("id", "update_time", "add_time");

    private final PipedriveAuth auth;
    private final PipedriveBudget budget;
    private final PipedriveFields fields;
    private final PipedriveWebhooks subscriptions;
    private final PipedrivePersons persons;
    private final PipedriveSearch search;
    private final PipedriveActivities activities;
    private final PipedriveNotes notes;
    private final PipedriveCallLogs calls;

    public PipedriveSandbox(Clock clock) {
        super("pipedrive", clock, Duration.ofSeconds(3_599));
        auth = new PipedriveAuth(tokens());
        budget = new PipedriveBudget(switches(), clock);
        fields = new PipedriveFields(records(), switches());
        subscriptions = new PipedriveWebhooks(records(), webhooks(), fields, clock);
        persons = new PipedrivePersons(records(), fields, subscriptions, clock);
        search = new PipedriveSearch(records(), switches(), clock);
        activities = new PipedriveActivities(records(), clock);
        notes = new PipedriveNotes(records(), clock);
        calls = new PipedriveCallLogs(records());
    }

    @Override
    protected void routes(Routes routes) {
        routes.token("/oauth/token", auth::token);
        routes.get("/api/v2/persons", persons::list).post("/api/v2/persons", persons::create);
        routes.get("/api/v2/persons/search", search::persons);
        routes.get("/api/v2/persons/{id}", persons::read)
                .patch("/api/v2/persons/{id}", persons::change)
                .delete("/api/v2/persons/{id}", persons::delete);
        routes.get("/api/v2/personFields", fields::list).post("/api/v2/personFields", fields::create);
        routes.get("/api/v2/organizations/{id}", request -> one(request, "organizations"));
        routes.get("/api/v2/deals", this::deals).get("/api/v2/deals/{id}", request -> one(request, "deals"));
        routes.get(
                "/api/v2/stages",
                request -> PipedrivePages.v2(request, records().all("stages"), SORTABLE));
        routes.get("/api/v2/activities", activities::list).post("/api/v2/activities", activities::create);
        routes.get(
                "/api/v1/users/me",
                request -> PipedrivePages.one(records().find("users", "1").orElseThrow()));
        routes.get("/api/v1/users/{id}", request -> one(request, "users"));
        routes.get("/api/v1/activityTypes", request -> activities.types());
        routes.get("/api/v1/notes", notes::list).post("/api/v1/notes", notes::create);
        routes.get("/api/v1/callLogs", calls::list).post("/api/v1/callLogs", calls::create);
        routes.get("/api/v1/callLogs/{id}", calls::read);
        routes.get("/api/v1/webhooks", request -> subscriptions.list()).post("/api/v1/webhooks", subscriptions::create);
        routes.delete("/api/v1/webhooks/{id}", subscriptions::delete);
        for (String gone : GONE) {
            for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
                routes.add(method, "/api/v1/" + gone, request -> gone());
                routes.add(method, "/api/v1/" + gone + "/{id}", request -> gone());
            }
        }
    }

    @Override
    protected void authorize(Request request) {
        if (switches().get("banned").asBoolean()) {
            throw PipedriveErrors.banned();
        }
        auth.check(request);
        budget.charge(request);
    }

    @Override
    protected Answer refuse(Refusal refusal) {
        return PipedriveErrors.of(refusal);
    }

    @Override
    protected Answer decorate(Request request, Answer answer) {
        return request.path().startsWith("/oauth/") || answer.body().startsWith("<")
                ? answer
                : budget.decorate(request, answer);
    }

    @Override
    protected void forget() {
        budget.forget();
    }

    @Override
    protected void seed() {
        fields.seed();
        new PipedriveSeed(records(), fields, persons, activities, subscriptions).fill();
    }

    /** Persons, deals and activities in v2's shape, notes in v1's; {@code merges} with {@code id} and {@code merge_with_id}. */
    @Override
    protected ObjectNode addRecord(String type, ObjectNode fields) {
        return switch (type) {
            case PipedrivePersons.TYPE -> persons.typeIn(fields);
            case PipedriveActivities.TYPE -> activities.add(fields);
            case PipedriveNotes.TYPE -> notes.add(fields);
            case "merges" -> persons.merge(fields);
            default -> {
                long id = records().next(type, 10_001);
                yield records().put(type, String.valueOf(id), fields.put("id", id));
            }
        };
    }

    /** Archived deals are left out. */
    private Answer deals(Request request) {
        return PipedrivePages.v2(
                request,
                records()
                        .where(
                                "deals",
                                deal -> !deal.path("is_archived").asBoolean()
                                        && matches(request, deal, "person_id")
                                        && matches(request, deal, "status"))
                        .toList(),
                SORTABLE);
    }

    private static boolean matches(Request request, ObjectNode deal, String parameter) {
        return request.query(parameter)
                .map(wanted -> deal.path(parameter).asText().equals(wanted))
                .orElse(true);
    }

    private Answer one(Request request, String type) {
        return PipedrivePages.one(
                records().find(type, request.parameter("id")).orElseThrow(() -> PipedriveErrors.notFound(type)));
    }

    private static Answer gone() {
        return PipedriveErrors.answer(410, "This endpoint of API v1 is no longer available, use API v2");
    }
}
