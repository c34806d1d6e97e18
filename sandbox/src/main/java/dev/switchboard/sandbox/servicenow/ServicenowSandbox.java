package dev.switchboard.sandbox.servicenow;

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
import java.time.Clock;
import java.time.Duration;

/**
 * An instance of ServiceNow. Switches: {@code rate-limit-per-hour}, {@code lacking-columns}, {@code unreadable-columns} (as
 * {@code sys_user.phone}), {@code hidden-tables}, {@code invalid-query-returns-no-rows}, {@code cancelled-transactions},
 * {@code journal-length}, {@code no-user-creation}, {@code unique-correlation-ids}, {@code hibernating}, {@code without-client-credentials},
 * {@code without-password-grant}, {@code basic-needs-mfa} and {@code rule-logs-in} change how it is set up. Mails to callers show as
 * records of the type {@code mails}, what a query made the instance run as {@code scripts}. A record with {@code hidden: true} is kept
 * from us by access rules. The agent {@code beth.anglin} signs in with {@code servicenow-sandbox-agent}.
 */
public final class ServicenowSandbox extends VendorSandbox {

    private static final Duration TOKENS_LIVE = Duration.ofMinutes(30);

    private final Instance instance;
    private final ServicenowAuth auth;
    private final Writes writes;
    private final TableApi tables;
    private final Knowledge knowledge;
    private final Quota quota;

    public ServicenowSandbox(Clock clock) {
        super("servicenow", clock, TOKENS_LIVE);
        instance = new Instance(records(), switches(), clock);
        auth = new ServicenowAuth(tokens(), clock, instance);
        writes = new Writes(instance, new BusinessRule(webhooks(), switches(), clock));
        tables = new TableApi(instance, writes);
        knowledge = new Knowledge(instance);
        quota = new Quota(clock, Duration.ofHours(1));
    }

    @Override
    protected void routes(Routes routes) {
        routes.token("/oauth_token.do", auth::token);
        for (String version : new String[] {"", "/v1", "/v2"}) {
            String table = "/api/now" + version + "/table/{table}";
            routes.get(table, tables::list);
            routes.post(table, request -> tables.create(request, creator(request, request.parameter("table"))));
            routes.get(table + "/{id}", tables::read);
            routes.patch(table + "/{id}", request -> tables.update(request, auth.check(request)));
            routes.put(table + "/{id}", request -> tables.update(request, auth.check(request)));
            routes.delete(table + "/{id}", tables::delete);
        }
        routes.get("/api/now/contact", request -> tables.list(request, table(Table.CONTACTS), false));
        routes.post(
                "/api/now/contact",
                request -> tables.create(request, table(Table.CONTACTS), creator(request, Table.CONTACTS)));
        String cases = "/api/sn_customerservice/case";
        routes.post(cases, request -> tables.create(request, table(Table.CASES), auth.check(request)));
        routes.get(
                cases + "/{id}",
                request -> tables.one(200, request, table(Table.CASES), tables.existing(request, table(Table.CASES))));
        routes.put(cases + "/{id}", request -> tables.update(request, table(Table.CASES), auth.check(request)));
        routes.get("/api/sn_km_api/knowledge/articles", request -> knowledge.search(request));
        routes.get("/api/sn_km_api/knowledge/articles/{id}", knowledge::read);
    }

    @Override
    protected void authorize(Request request) {
        if (instance.isOn("hibernating")) {
            throw new AnsweredException(Answer.text(
                    200, "text/html;charset=UTF-8", "<html><body>Your instance is hibernating</body></html>"));
        }
        auth.check(request);
        int limit = switches().get("rate-limit-per-hour").asInt(Integer.MAX_VALUE);
        if (quota.take() > limit) {
            throw new RefusedException(new Refusal.RateLimited(quota.untilReset()));
        }
        String accepted = request.header("Accept").orElse("");
        if (!accepted.contains("application/json")) {
            throw new AnsweredException(
                    ServicenowErrors.error(accepted.isBlank() ? 400 : 406, "Unsupported media type requested", null));
        }
    }

    @Override
    protected Answer refuse(Refusal refusal) {
        return ServicenowErrors.of(refusal);
    }

    /** Limits are only told where an administrator made a rule; how much is left is never told. */
    @Override
    protected Answer decorate(Request request, Answer answer) {
        Answer cookie = answer.withHeader("Set-Cookie", "JSESSIONID=5A1C0F; Path=/; HttpOnly");
        int limit = switches().get("rate-limit-per-hour").asInt();
        return limit == 0
                ? cookie
                : cookie.withHeader("X-RateLimit-Limit", String.valueOf(limit))
                        .withHeader(
                                "X-RateLimit-Reset",
                                String.valueOf(clock().instant()
                                        .plus(quota.untilReset())
                                        .getEpochSecond()))
                        .withHeader("X-RateLimit-Rule", "1c4b7ad1c61122780115c2a6e0a3ed1f");
    }

    @Override
    protected void forget() {
        auth.forget();
    }

    @Override
    protected void seed() {
        person(Table.USERS, ServicenowAuth.INTEGRATION_USER, "Switchboard", "Integration", "switchboard@example.com");
        person(Table.USERS, ServicenowAuth.AGENT, "Beth", "Anglin", "beth@example.com");
        person(Table.CONTACTS, "sarah.lee", "Sarah", "Lee", "sarah@example.com")
                .put("mobile_phone", "+14155550100")
                .put("account", "a0000000000000000000000000000001");
        knowledge.seed();
    }

    @Override
    protected ObjectNode addRecord(String type, ObjectNode fields) {
        if (Table.named(type).isEmpty()) {
            return records().put(type, String.valueOf(records().next(type, 1)), fields);
        }
        Table table = table(type);
        ObjectNode row =
                writes.create(table, fields, fields.path("sys_created_by").asText(ServicenowAuth.AGENT));
        fields.properties().forEach(field -> row.set(field.getKey(), field.getValue()));
        return row;
    }

    private Table table(String name) {
        return instance.table(name);
    }

    /** Making people takes a role of its own. */
    private String creator(Request request, String table) {
        boolean people = table.equals(Table.USERS) || table.equals(Table.CONTACTS);
        if (people && instance.isOn("no-user-creation")) {
            throw new RefusedException(new Refusal.Forbidden());
        }
        return auth.check(request);
    }

    private ObjectNode person(String table, String userName, String firstName, String lastName, String email) {
        return writes.seed(
                table(table),
                Json.object()
                        .put("user_name", userName)
                        .put("first_name", firstName)
                        .put("last_name", lastName)
                        .put("email", email));
    }
}
