package dev.switchboard.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Quota;
import dev.switchboard.sandbox.Refusal;
import dev.switchboard.sandbox.RefusedException;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Routes;
import dev.switchboard.sandbox.VendorSandbox;
import io.grpc.Server;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Salesforce's REST API. Switches: {@code lacking-fields} (names, or {@code Case.AI_Summary__c}), {@code plain-fields} (no external
 * ids), {@code search-lag-seconds} (a minute), {@code duplicate-rules}, {@code daily-limit}, {@code spent-today}, {@code
 * upsert-races} (how many upserts another is faster than), {@code callouts-only}.
 */
public final class SalesforceSandbox extends VendorSandbox {

    private static final Pattern VERSION = Pattern.compile("/services/data/v(\\d+)\\.0/.*");
    private static final Duration INDEXED_AFTER = Duration.ofHours(1);
    private static final int RETIRED = 30;
    private static final int CURRENT = 68;
    private static final int DEVELOPER_EDITION_LIMIT = 15_000;

    private final SalesforceAuth auth;
    private final SalesforceSchema schema;
    private final RecordChanges changes;
    private final SObjectStore store;
    private final SObjectRules rules;
    private final Quota quota;
    private final ChangeEventBus bus;
    private @Nullable Server pubSub;

    public SalesforceSandbox(Clock clock) {
        super("salesforce", clock, Duration.ofHours(2));
        auth = new SalesforceAuth(tokens(), clock);
        schema = new SalesforceSchema(switches());
        changes = new RecordChanges();
        store = new SObjectStore(records(), clock, changes);
        bus = new ChangeEventBus(schema);
        changes.tell(bus::add);
        changes.tell(new SalesforceFlows(webhooks(), records(), switches())::changed);
        rules = new SObjectRules(schema, records());
        quota = new Quota(clock, Duration.ofDays(1));
    }

    @Override
    protected void routes(Routes routes) {
        SoqlRows rows = new SoqlRows(schema, records());
        SalesforceQueries queries = new SalesforceQueries(rows, records());
        SalesforceSearch search = new SalesforceSearch(schema, records(), rows, switches(), clock());
        SObjects objects = new SObjects(schema, store, rules, switches());
        routes.token("/services/oauth2/token", auth::token);
        routes.open("GET", "/services/data", request -> versions());
        routes.get("/services/oauth2/userinfo", request -> userInfo());
        routes.get("/services/data/{version}/limits", request -> limits());
        routes.get("/services/data/{version}/query", queries::query);
        routes.get("/services/data/{version}/query/{locator}", queries::more);
        routes.post("/services/data/{version}/parameterizedSearch", search::search);
        routes.post("/services/data/{version}/composite", new SalesforceComposite(routes, records(), changes)::run);
        routes.post("/services/data/{version}/sobjects/{type}", objects::create);
        routes.get("/services/data/{version}/sobjects/{type}/describe", objects::describe);
        routes.get("/services/data/{version}/sobjects/{type}/{id}", objects::read);
        routes.patch("/services/data/{version}/sobjects/{type}/{id}", objects::update);
        routes.delete("/services/data/{version}/sobjects/{type}/{id}", objects::delete);
        routes.get("/services/data/{version}/sobjects/{type}/{field}/{value}", objects::readByExternalId);
        routes.patch("/services/data/{version}/sobjects/{type}/{field}/{value}", objects::upsert);
    }

    @Override
    protected void authorize(Request request) {
        Matcher version = VERSION.matcher(request.path());
        int number = version.matches() ? Integer.parseInt(version.group(1)) : CURRENT;
        if (number <= RETIRED) {
            throw new AnsweredException(
                    SalesforceErrors.array(410, "UNSUPPORTED_API_VERSION", "API version " + number + ".0 is retired"));
        }
        if (number > CURRENT) {
            throw new RefusedException(new Refusal.NotFound(request.path()));
        }
        auth.check(request);
        if (quota.take() > limit()) {
            throw SalesforceErrors.dayUsedUp();
        }
    }

    @Override
    protected Answer refuse(Refusal refusal) {
        return SalesforceErrors.of(refusal);
    }

    @Override
    protected Answer decorate(Request request, Answer answer) {
        return request.path().startsWith("/services/data/")
                ? answer.withHeader("Sforce-Limit-Info", "api-usage=" + spentToday() + "/" + limit())
                : answer;
    }

    @Override
    protected void seed() {
        new SalesforceSeed(schema, store, clock().instant().minus(INDEXED_AFTER)).fill();
    }

    /**
     * As an administrator's import, which may set read-only fields. New records were imported an hour ago, so the search knows them.
     * One with an {@code Id} is changed now, deleted with {@code IsDeleted}, and merged into its {@code MasterRecordId}. A {@code
     * PubSub} is no record: it opens the Pub/Sub API on its {@code port}, or with {@code forget} drops the events that are kept.
     */
    @Override
    protected ObjectNode addRecord(String type, ObjectNode fields) {
        return type.equals("PubSub") ? pubSub(fields) : store.asAdministrator(() -> imported(type, fields));
    }

    @Override
    protected void forget() {
        bus.forget();
    }

    private ObjectNode pubSub(ObjectNode wish) {
        if (wish.path("forget").asBoolean()) {
            bus.forget();
        } else if (pubSub == null) {
            pubSub = PubSubService.listen(wish.path("port").asInt(), bus, tokens());
        }
        return Json.object().put("port", pubSub == null ? 0 : pubSub.getPort());
    }

    private ObjectNode imported(String type, ObjectNode fields) {
        SObjectType known =
                schema.type(type).orElseThrow(() -> new IllegalArgumentException("Salesforce has no object " + type));
        if (!fields.has("Id")) {
            return store.imported(known, fields, clock().instant().minus(INDEXED_AFTER));
        }
        ObjectNode stored = stored(known, fields.remove("Id").asText());
        if (fields.has("MasterRecordId")) {
            store.merge(
                    known, stored, stored(known, fields.path("MasterRecordId").asText()));
        } else if (fields.path("IsDeleted").asBoolean()) {
            store.delete(known, stored);
        } else {
            store.update(known, stored, fields);
        }
        return stored;
    }

    private ObjectNode stored(SObjectType type, String id) {
        return store.find(type, id)
                .orElseThrow(() -> new IllegalArgumentException("Salesforce has no " + type.name() + " " + id));
    }

    private int limit() {
        return switches().get("daily-limit").asInt(DEVELOPER_EDITION_LIMIT);
    }

    /** Other apps of the org spend, too. */
    private int spentToday() {
        return quota.used() + switches().get("spent-today").asInt(0);
    }

    private Answer limits() {
        ObjectNode body = Json.object();
        body.putObject("DailyApiRequests").put("Max", limit()).put("Remaining", Math.max(0, limit() - spentToday()));
        return Answer.json(200, body);
    }

    private static Answer versions() {
        var versions = Json.array();
        for (int number = RETIRED + 1; number <= CURRENT; number++) {
            versions.addObject()
                    .put("label", "Release " + number)
                    .put("url", "/services/data/v" + number + ".0")
                    .put("version", number + ".0");
        }
        return Answer.json(200, versions);
    }

    private Answer userInfo() {
        ObjectNode user = records().all("User").getFirst();
        return Answer.json(
                200,
                Json.object()
                        .put("user_id", user.path("Id").asText())
                        .put("organization_id", SalesforceFlows.ORGANIZATION)
                        .put("preferred_username", user.path("Username").asText()));
    }
}
