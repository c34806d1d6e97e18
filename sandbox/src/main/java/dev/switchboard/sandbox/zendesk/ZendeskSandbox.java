package dev.switchboard.sandbox.zendesk;

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
import java.time.temporal.ChronoUnit;

/**
 * Zendesk's API v2. The switches {@code rate-limit-per-minute} and {@code updates-per-minute} make the account's limit and that of
 * ticket updates real; without them the limits stand in the headers only; {@code triggers} has triggers tell of tickets. Mails that Zendesk would send show as records of the type {@code verification_emails}.
 */
public final class ZendeskSandbox extends VendorSandbox {

    private static final int ENTERPRISE_PLUS_LIMIT = 2_500;
    private static final int UPDATE_LIMIT = 100;
    private static final String UPDATE_BUCKET = "zendesk-ratelimit-tickets-update";

    private final ZendeskAuth auth;
    private final ZendeskIdempotency idempotency;
    private final ZendeskUsers users;
    private final ZendeskUploads uploads;
    private final ZendeskComments comments;
    private final ZendeskTickets tickets;
    private final ZendeskEvents events;
    private final Quota quota;
    private final Quota updates;

    public ZendeskSandbox(Clock clock) {
        super("zendesk", clock, Duration.ofDays(1));
        auth = new ZendeskAuth(tokens());
        idempotency = new ZendeskIdempotency(clock);
        events = new ZendeskEvents(webhooks(), switches(), clock);
        users = new ZendeskUsers(records(), clock, events);
        uploads = new ZendeskUploads(records(), clock);
        comments = new ZendeskComments(records(), clock, uploads);
        tickets = new ZendeskTickets(records(), clock, users, comments, events);
        quota = new Quota(clock, Duration.ofMinutes(1));
        updates = new Quota(clock, Duration.ofMinutes(1));
    }

    @Override
    protected void routes(Routes routes) {
        ZendeskArticles articles = new ZendeskArticles(records());
        ZendeskTicketSearch search = new ZendeskTicketSearch(records());
        ZendeskEndings endings = new ZendeskEndings(records(), events);
        routes.token("/oauth/tokens", auth::token);
        routes.get("/api/v2/tickets", tickets::list);
        routes.post("/api/v2/tickets", idempotency.once(tickets::create));
        routes.get("/api/v2/tickets/count", request -> tickets.count());
        routes.get("/api/v2/tickets/show_many", tickets::readMany);
        routes.get("/api/v2/tickets/{id}", tickets::read);
        routes.put("/api/v2/tickets/{id}", this::update);
        routes.delete("/api/v2/tickets/{id}", endings::deleteTicket);
        routes.post("/api/v2/tickets/{id}/merge", endings::mergeTickets);
        routes.get("/api/v2/tickets/{id}/comments", tickets::comments);
        for (String method : new String[] {"GET", "PUT", "POST"}) {
            routes.add(method, "/api/v2/tickets/{id}/tags", tickets::tags);
        }
        routes.get("/api/v2/search", search::search);
        routes.get("/api/v2/users/search", users::search);
        routes.post("/api/v2/users", users::create);
        routes.post("/api/v2/users/create_or_update", users::createOrUpdate);
        routes.open("GET", "/api/v2/users/me", this::me);
        routes.get("/api/v2/users/{id}", users::read);
        routes.put("/api/v2/users/{id}", users::update);
        routes.delete("/api/v2/users/{id}", endings::deleteUser);
        routes.put("/api/v2/users/{id}/merge", endings::mergeUser);
        routes.get("/api/v2/users/{id}/identities", users::identities);
        routes.get("/api/v2/users/{id}/tickets/requested", tickets::ofRequester);
        routes.post("/api/v2/uploads", uploads::create);
        routes.post("/api/v2/users/{id}/identities", users::addIdentity);
        routes.open("GET", "/api/v2/help_center/articles/search", request -> {
            boolean agent = auth.isAuthenticated(request);
            if (agent) {
                auth.check(request);
            }
            return articles.search(request, agent);
        });
    }

    @Override
    protected void authorize(Request request) {
        auth.check(request);
        int limit = switches().get("rate-limit-per-minute").asInt(Integer.MAX_VALUE);
        if (quota.take() > limit) {
            throw new RefusedException(new Refusal.RateLimited(quota.untilReset()));
        }
    }

    @Override
    protected Answer refuse(Refusal refusal) {
        return ZendeskErrors.of(refusal);
    }

    @Override
    protected Answer decorate(Request request, Answer answer) {
        int limit = switches().get("rate-limit-per-minute").asInt(ENTERPRISE_PLUS_LIMIT);
        String remaining = String.valueOf(Math.max(0, limit - quota.used()));
        Answer told = isUpdate(request) ? answer.withHeader(UPDATE_BUCKET, updateBucket()) : answer;
        return told.withHeader("X-Rate-Limit", String.valueOf(limit))
                .withHeader("X-Rate-Limit-Remaining", remaining)
                .withHeader("ratelimit-limit", String.valueOf(limit))
                .withHeader("ratelimit-remaining", remaining)
                .withHeader("ratelimit-reset", String.valueOf(quota.untilReset().toSeconds()));
    }

    private Answer update(Request request) {
        if (updates.take() > switches().get("updates-per-minute").asInt(Integer.MAX_VALUE)) {
            return ZendeskErrors.of(new Refusal.RateLimited(null));
        }
        return tickets.update(request);
    }

    private static boolean isUpdate(Request request) {
        return request.method().equals("PUT") && request.path().matches("/api/v2/tickets/\\d+");
    }

    private String updateBucket() {
        int limit = switches().get("updates-per-minute").asInt(UPDATE_LIMIT);
        return "total=" + limit + "; remaining=" + Math.max(0, limit - updates.used()) + "; resets="
                + updates.untilReset().toSeconds();
    }

    @Override
    protected void forget() {
        auth.forget();
        idempotency.forget();
    }

    @Override
    protected void seed() {
        users.create(
                Json.object("{'name':'Switchboard','email':'agent@example.com','role':'admin','skip_verify_email':true}"
                        .replace('\'', '"')));
        ObjectNode sarah = users.create(Json.object(
                "{'name':'Sarah Lee','email':'sarah@example.com','phone':'+1 415-555-0100','skip_verify_email':true}"
                        .replace('\'', '"')));
        ObjectNode old = Json.object()
                .put("subject", "Invoice without the VAT number")
                .put("status", "closed")
                .put("priority", "normal");
        ObjectNode ticket = closed(old, sarah);
        comments.add(ticket, Json.object().put("body", "My invoice lacks our VAT number."), Json.object());
        ZendeskSeed.articles().forEach(article -> addRecord("articles", article));
    }

    /** A ticket of a month ago, numbered below the ones that are made later. */
    private ObjectNode closed(ObjectNode wish, ObjectNode requester) {
        String then = clock().instant()
                .minus(Duration.ofDays(30))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        ObjectNode ticket =
                wish.put("id", 11_873).put("requester_id", requester.path("id").asLong());
        ticket.put("external_id", (String) null).put("is_public", true).put("type", "question");
        ticket.put("description", "My invoice lacks our VAT number.")
                .put("created_at", then)
                .put("updated_at", then);
        ticket.putArray("tags").add("billing");
        return records().put("tickets", "11873", ticket);
    }

    @Override
    protected ObjectNode addRecord(String type, ObjectNode fields) {
        return switch (type) {
            case "users" -> users.created(fields);
            case "tickets" -> {
                ObjectNode ticket = tickets.create("", fields, users.requester(fields));
                events.ticket("created", ticket, Json.object());
                events.trigger(ticket);
                yield ticket;
            }
            default -> {
                String id = String.valueOf(records().next(type, 360_001));
                yield records().put(type, id, fields.put("id", Long.parseLong(id)));
            }
        };
    }

    /** Never a health check: without a credential it answers 200 with an anonymous user. */
    private Answer me(Request request) {
        if (!auth.isAuthenticated(request)) {
            ObjectNode nobody = Json.object().put("id", (String) null).put("name", "Anonymous user");
            return Answer.json(200, Json.object().set("user", nobody));
        }
        auth.check(request);
        return Answer.json(200, Json.object().set("user", records().all("users").getFirst()));
    }
}
