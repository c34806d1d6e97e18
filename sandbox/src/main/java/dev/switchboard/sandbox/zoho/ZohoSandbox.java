package dev.switchboard.sandbox.zoho;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Quota;
import dev.switchboard.sandbox.Refusal;
import dev.switchboard.sandbox.RefusedException;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Routes;
import dev.switchboard.sandbox.VendorSandbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Zoho CRM's API, version 7 and 8, below {@code /<data centre>/crm}; its accounts hosts are {@code /accounts/<data centre>}.
 * Switches: {@code lacking-fields} (such as {@code AI_External_Id}, {@code Calls.Call_Agenda} or a whole module, {@code Cases}),
 * {@code required-fields}, {@code search-lag-seconds}, {@code daily-credits}, {@code requests-at-once}, {@code
 * expiry-in-milliseconds}, {@code no-composite-scope}. A record added as if typed in with {@code "$converted": true} is a converted lead.
 */
public final class ZohoSandbox extends VendorSandbox {

    private static final int BASE_CREDITS = 50_000;
    /** Of the edition Standard. */
    private static final int AT_ONCE = 10;

    private static final String WATCH_TOKEN = "zohosandboxwatch";

    private final ZohoAccounts accounts;
    private final ZohoSchema schema;
    private final ZohoStore store;
    private final ZohoRules rules;
    private final ZohoNotifications notifications;
    private Quota credits;

    public ZohoSandbox(Clock clock) {
        super("zoho", clock, Duration.ofHours(1));
        accounts = new ZohoAccounts(tokens(), switches(), clock);
        schema = new ZohoSchema(switches());
        store = new ZohoStore(schema, records(), clock);
        rules = new ZohoRules(schema, records(), switches(), clock);
        notifications = new ZohoNotifications(schema, records(), webhooks(), clock);
        credits = new Quota(clock, Duration.ofDays(1));
    }

    @Override
    protected void routes(Routes routes) {
        ZohoRecords crm = new ZohoRecords(schema, rules, store, records(), notifications);
        ZohoSearch search = new ZohoSearch(schema, store, crm, switches(), clock());
        routes.token("/accounts/{dc}/oauth/v2/token", accounts::token);
        for (String version : List.of("v7", "v8")) {
            String base = "/" + ZohoAccounts.HOME + "/crm/" + version;
            routes.get(base + "/org", request -> organization());
            routes.get(base + "/users", request -> users());
            routes.get(base + "/settings/fields", schema::describe);
            routes.post(base + "/coql", new ZohoQueries(schema, store)::query);
            routes.post(base + "/__composite_requests", new ZohoComposite(routes, switches())::run);
            routes.post(base + "/actions/watch", notifications::watch);
            routes.put(base + "/actions/watch", notifications::renew);
            routes.get(base + "/actions/watch", notifications::list);
            routes.delete(base + "/actions/watch", notifications::stop);
            routes.get(base + "/{module}", crm::list);
            routes.post(base + "/{module}", crm::create);
            routes.get(base + "/{module}/search", search::search);
            routes.post(base + "/{module}/upsert", crm::upsert);
            routes.get(base + "/{module}/{id}", crm::read);
            routes.put(base + "/{module}/{id}", crm::update);
            routes.delete(base + "/{module}/{id}", crm::delete);
            routes.get(base + "/{module}/{id}/{related}", crm::related);
        }
    }

    @Override
    protected void authorize(Request request) {
        accounts.check(request);
        if (requestsAtHand() > switches().get("requests-at-once").asInt(AT_ONCE) || credits.take() > limit()) {
            throw new RefusedException(new Refusal.RateLimited(null));
        }
    }

    @Override
    protected Answer refuse(Refusal refusal) {
        return ZohoErrors.of(refusal, clock().instant());
    }

    /** Only when half of the day's credits are gone. */
    @Override
    protected Answer decorate(Request request, Answer answer) {
        int left = Math.max(0, limit() - credits.used());
        boolean api = request.path().contains("/crm/");
        return api && left <= limit() / 2 ? answer.withHeader("X-API-CREDITS-REMAINING", String.valueOf(left)) : answer;
    }

    @Override
    protected void forget() {
        accounts.forget();
        store.forget();
        credits = new Quota(clock(), Duration.ofDays(1));
    }

    @Override
    protected void seed() {
        String company = type(
                "Accounts",
                "{'Account_Name':'Lee Design','Account_Type':'Customer','Industry':'Design','Rating':'Active'}");
        String sarah = type(
                "Contacts",
                "{'First_Name':'Sarah','Last_Name':'Lee','Email':'sarah@example.com','Phone':'(415) 555-0100',"
                        + "'Account_Name':{'id':'" + company + "'}}");
        type(
                "Cases",
                "{'Subject':'Invoice without the VAT number','Status':'Closed','Case_Origin':'Email','Priority':'Low',"
                        + "'Related_To':{'id':'" + sarah + "'}}");
        type(
                "Deals",
                "{'Deal_Name':'Studio furniture','Stage':'Negotiation/Review','Amount':12000,"
                        + "'Account_Name':{'id':'" + company + "'},'Contact_Name':{'id':'" + sarah + "'}}");
        notifications.seed(WATCH_TOKEN);
    }

    @Override
    protected ObjectNode addRecord(String type, ObjectNode fields) {
        if (!schema.has(type)) {
            throw new IllegalArgumentException("Zoho has no module " + type);
        }
        ObjectNode record = store.insert(type, fields);
        if (fields.has("$converted")) {
            record.set("$converted", fields.get("$converted"));
        }
        store.typedIn(record);
        notifications.tell(type, "insert", record, List.of());
        return record;
    }

    private String type(String module, String fields) {
        ObjectNode record = store.insert(module, Json.object(fields.replace('\'', '"')));
        store.typedIn(record);
        return record.path("id").asText();
    }

    private int limit() {
        return switches().get("daily-credits").asInt(BASE_CREDITS);
    }

    private static Answer organization() {
        ObjectNode body = Json.object();
        body.putArray("org")
                .addObject()
                .put("id", "554023000000020813")
                .put("zgid", "20071234567")
                .put("company_name", "Acme");
        return Answer.json(200, body);
    }

    private Answer users() {
        ObjectNode body = Json.object();
        body.putArray("users").add(store.owner());
        return Answer.json(200, body);
    }
}
