package dev.switchboard.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Quota;
import dev.switchboard.sandbox.Refusal;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Routes;
import dev.switchboard.sandbox.VendorSandbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * HubSpot's CRM API. Switches: {@code lacking-fields}, {@code not-unique-fields} and {@code required-properties} (such as {@code
 * contacts.lastname}), {@code search-lag-seconds}, {@code search-limit-per-second}, {@code ten-second-limit}, {@code
 * daily-limit}, {@code spent-today}, {@code failing-batches} (how many), {@code
 * association-page}.
 */
public final class HubspotSandbox extends VendorSandbox {

    private static final List<String> VERSIONS = List.of("2025-09", "2026-03", "2026-09");
    private static final int STANDARD_LIMIT = 190;
    private static final int STANDARD_DAILY_LIMIT = 625_000;
    /** What stands there at the start, and what somebody types in, is older than any lag. */
    private static final Duration LONG_AGO = Duration.ofHours(1);

    private final HubspotAuth auth;
    private final HubspotSchema schema;
    private final HubspotStore store;
    private final HubspotRules rules;
    private final HubspotAssociations associations;
    private final HubspotEvents events;
    private final Quota perTenSeconds;
    private final Quota perDay;

    public HubspotSandbox(Clock clock) {
        super("hubspot", clock, Duration.ofMinutes(30));
        auth = new HubspotAuth(tokens());
        schema = new HubspotSchema(switches());
        rules = new HubspotRules(schema, records(), switches());
        events = new HubspotEvents(webhooks(), clock);
        store = new HubspotStore(schema, rules, events, records(), clock);
        associations = new HubspotAssociations(records(), switches());
        perTenSeconds = new Quota(clock, Duration.ofSeconds(10));
        perDay = new Quota(clock, Duration.ofDays(1));
    }

    @Override
    protected void routes(Routes routes) {
        HubspotObjects objects = new HubspotObjects(schema, store, rules, associations, records());
        HubspotBatches batches = new HubspotBatches(objects, store, switches(), clock());
        HubspotMerges merges = new HubspotMerges(store, associations, events, records());
        HubspotSearch search = new HubspotSearch(objects, schema, store, associations, this);
        for (String version : VERSIONS) {
            String many = "/crm/objects/" + version + "/{type}";
            routes.token("/oauth/" + version + "/token", auth::token);
            routes.get("/account-info/" + version + "/details", request -> account());
            routes.get("/crm/owners/" + version + "/{id}", this::owner);
            routes.get("/crm/pipelines/" + version + "/{type}", HubspotPipelines::list);
            routes.get("/crm/properties/" + version + "/{type}", schema::list);
            routes.post("/crm/properties/" + version + "/{type}", schema::create);
            routes.post("/crm/associations/" + version + "/{from}/{to}/batch/read", associations::batchRead);
            routes.get(many, objects::list);
            routes.post(many, events.telling(objects::create));
            routes.post(many + "/search", search::search);
            routes.post(many + "/batch/read", batches::read);
            routes.post(many + "/batch/upsert", events.telling(batches::upsert));
            routes.post(many + "/merge", events.telling(merges::merge));
            routes.get(many + "/{id}", objects::read);
            routes.patch(many + "/{id}", events.telling(objects::change));
            routes.delete(many + "/{id}", events.telling(merges::delete));
            routes.put(many + "/{id}/associations/default/{toType}/{toId}", associations::putDefault);
        }
    }

    @Override
    protected void authorize(Request request) {
        auth.check(request);
        limited(perTenSeconds, "ten-second-limit", "TEN_SECONDLY_ROLLING");
        limited(perDay, "daily-limit", "DAILY");
    }

    private void limited(Quota quota, String limit, String policy) {
        if (quota.take() > limit(limit, Integer.MAX_VALUE)) {
            throw new AnsweredException(HubspotErrors.limited(new Refusal.RateLimited(null), policy));
        }
    }

    @Override
    protected Answer refuse(Refusal refusal) {
        return HubspotErrors.of(refusal);
    }

    /** Search answers carry no rate headers. */
    @Override
    protected Answer decorate(Request request, Answer answer) {
        if (request.path().endsWith("/search")) {
            return answer;
        }
        int limit = limit("ten-second-limit", STANDARD_LIMIT);
        int daily = limit("daily-limit", STANDARD_DAILY_LIMIT);
        return answer.withHeader("X-HubSpot-RateLimit-Max", String.valueOf(limit))
                .withHeader("X-HubSpot-RateLimit-Remaining", String.valueOf(Math.max(0, limit - perTenSeconds.used())))
                .withHeader("X-HubSpot-RateLimit-Interval-Milliseconds", "10000")
                .withHeader("X-HubSpot-RateLimit-Daily", String.valueOf(daily))
                .withHeader("X-HubSpot-RateLimit-Daily-Remaining", String.valueOf(Math.max(0, daily - spentToday())));
    }

    /** Other apps of the account spend, too. */
    private int spentToday() {
        return perDay.used() + limit("spent-today", 0);
    }

    @Override
    protected void forget() {
        schema.load();
    }

    @Override
    protected void seed() {
        records()
                .put(
                        "owners",
                        "71",
                        Json.object()
                                .put("id", "71")
                                .put("email", "dana@example.com")
                                .put("firstName", "Dana")
                                .put("lastName", "Fields")
                                .put("archived", false));
        String company = add(
                "companies",
                "{'name':'Lee Design','domain':'lee-design.example','industry':'DESIGN','segment':'Premium'}");
        String sarah = add(
                "contacts",
                "{'firstname':'Sarah','lastname':'Lee','email':'sarah@example.com','phone':'(415) 555-0100',"
                        + "'company':'Lee Design','lifecyclestage':'customer','hubspot_owner_id':'71','segment':'Premium',"
                        + "'associatedcompanyid':'" + company + "'}");
        String ticket = add(
                "tickets",
                "{'subject':'Invoice without the VAT number','hs_pipeline':'0','hs_pipeline_stage':'4','hs_ticket_priority':'LOW'}");
        String deal = add(
                "deals",
                "{'dealname':'Studio furniture','amount':'12000','dealstage':'contractsent','pipeline':'default'}");
        String note = add(
                "notes",
                "{'hs_timestamp':'2026-10-01T09:00:00Z','hs_note_body':'<p>Prefers to be called in the <b>morning</b> &amp; by"
                        + " name.</p>'}");
        associations.put("contacts", sarah, "companies", company, 1);
        associations.put("notes", note, "contacts", sarah, 202);
        associations.put("tickets", ticket, "contacts", sarah, 16);
        associations.put("deals", deal, "contacts", sarah, 3);
    }

    private String add(String type, String properties) {
        return store.create(type, Json.object(properties.replace('\'', '"')), longAgo())
                .path("id")
                .asText();
    }

    /** The fields are the properties, with or without {@code properties} around them. */
    @Override
    protected ObjectNode addRecord(String type, ObjectNode fields) {
        if (!schema.hasType(type)) {
            throw new IllegalArgumentException("HubSpot has no objects of the type " + type);
        }
        JsonNode properties = fields.path("properties").isObject() ? fields.path("properties") : fields;
        return events.telling(() -> store.create(type, properties, longAgo()));
    }

    private Instant longAgo() {
        return clock().instant().minus(LONG_AGO);
    }

    private int limit(String name, int otherwise) {
        return switches().get(name).asInt(otherwise);
    }

    private Answer owner(Request request) {
        return Answer.json(
                200, records().find("owners", request.parameter("id")).orElseThrow(HubspotErrors::notFound));
    }

    private static Answer account() {
        return Answer.json(
                200,
                Json.object()
                        .put("portalId", 62_515)
                        .put("accountType", "STANDARD")
                        .put("timeZone", "US/Eastern")
                        .put("dataHostingLocation", "na1"));
    }
}
