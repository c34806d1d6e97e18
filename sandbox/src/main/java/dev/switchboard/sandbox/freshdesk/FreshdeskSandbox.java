package dev.switchboard.sandbox.freshdesk;

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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * Freshdesk's API v2. Switches: {@code rate-limit-per-minute} and {@code list-limit-per-minute} make the limits real,
 * {@code search-lag-seconds}, {@code lacking-fields} and {@code required-fields} change the account. Mails to customers show as records of the type
 * {@code mails}.
 */
public final class FreshdeskSandbox extends VendorSandbox {

    private static final String API_KEY = "freshdesk-sandbox-key";
    private static final int GROWTH_LIMIT = 200;
    private static final String LISTS = "/api/v2/(tickets|contacts)";

    private final FreshdeskContacts contacts;
    private final FreshdeskTickets tickets;
    private final FreshdeskNotes notes;
    private final FreshdeskSearch search;
    private final FreshdeskSolutions solutions;
    private final FreshdeskAutomation automation;
    private final Quota quota;
    private final Quota lists;

    public FreshdeskSandbox(Clock clock) {
        super("freshdesk", clock, Duration.ofDays(1));
        quota = new Quota(clock, Duration.ofMinutes(1));
        lists = new Quota(clock, Duration.ofMinutes(1));
        automation = new FreshdeskAutomation(webhooks(), quota);
        contacts = new FreshdeskContacts(records(), clock);
        tickets = new FreshdeskTickets(records(), clock, contacts, new FreshdeskTicketRules(switches()), automation);
        notes = new FreshdeskNotes(records(), clock, tickets);
        search = new FreshdeskSearch(records(), clock, switches());
        solutions = new FreshdeskSolutions(records());
    }

    @Override
    protected void routes(Routes routes) {
        routes.get("/api/v2/agents/me", request -> me());
        routes.get("/api/v2/tickets", tickets::list);
        routes.post("/api/v2/tickets", tickets::create);
        routes.get("/api/v2/tickets/{id}", tickets::read);
        routes.put("/api/v2/tickets/{id}", tickets::update);
        routes.delete("/api/v2/tickets/{id}", tickets::delete);
        routes.get("/api/v2/tickets/{id}/conversations", notes::list);
        routes.post("/api/v2/tickets/{id}/notes", notes::create);
        routes.get("/api/v2/contacts", contacts::list);
        routes.post("/api/v2/contacts", contacts::create);
        routes.put("/api/v2/contacts/{id}", contacts::update);
        routes.delete("/api/v2/contacts/{id}", contacts::delete);
        routes.post("/api/v2/contacts/merge", contacts::merge);
        routes.put("/api/v2/contacts/{id}/restore", contacts::restore);
        routes.get("/api/v2/search/contacts", search::contacts);
        routes.get("/api/v2/search/tickets", search::tickets);
        routes.get("/api/v2/search/solutions", solutions::search);
        routes.get("/api/v2/solutions/folders/{id}", solutions::folder);
    }

    /** The key is the user; what stands for the password does not matter. */
    @Override
    protected void authorize(Request request) {
        limited(quota, "rate-limit-per-minute");
        if (request.method().equals("GET") && request.path().matches(LISTS)) {
            limited(lists, "list-limit-per-minute");
        }
        String sent = request.header("Authorization").orElse("");
        if (!sent.startsWith("Basic ") || !decoded(sent.substring(6)).startsWith(API_KEY + ":")) {
            throw new RefusedException(new Refusal.Unauthorized());
        }
        String accepted = request.header("Accept").orElse("*/*");
        if (!accepted.contains("application/json") && !accepted.contains("*/*")) {
            throw new AnsweredException(Answer.empty(406));
        }
    }

    private void limited(Quota used, String limit) {
        if (used.take() > switches().get(limit).asInt(Integer.MAX_VALUE)) {
            throw new RefusedException(new Refusal.RateLimited(used.untilReset()));
        }
    }

    @Override
    protected Answer refuse(Refusal refusal) {
        return FreshdeskErrors.of(refusal);
    }

    @Override
    protected Answer decorate(Request request, Answer answer) {
        int limit = switches().get("rate-limit-per-minute").asInt(GROWTH_LIMIT);
        return answer.withHeader("X-Freshdesk-API-Version", "latest=v2; requested=v2")
                .withHeader("X-RateLimit-Total", String.valueOf(limit))
                .withHeader("X-RateLimit-Remaining", Math.max(0, limit - quota.used()) + ".0")
                .withHeader("X-RateLimit-Used-CurrentRequest", "1");
    }

    @Override
    protected void seed() {
        String monthsAgo = clock().instant()
                .minus(Duration.ofDays(90))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        records()
                .put(
                        "agents",
                        "103000000101",
                        Json.object()
                                .put("id", 103_000_000_101L)
                                .put("name", "Switchboard")
                                .put("email", "agent@example.com"));
        ObjectNode sarah = contacts.add(Json.object()
                .put("name", "Sarah Lee")
                .put("email", "sarah@example.com")
                .put("mobile", "+14155550100")
                .put("created_at", monthsAgo)
                .put("updated_at", monthsAgo));
        tickets.add(
                Json.object()
                        .put("subject", "Invoice without the VAT number")
                        .put("description", "<div>My invoice lacks our VAT number.</div>")
                        .put("status", 5)
                        .put("created_at", monthsAgo),
                sarah);
        solutions.seed();
    }

    @Override
    protected ObjectNode addRecord(String type, ObjectNode fields) {
        return switch (type) {
            case "contacts" -> contacts.add(fields);
            case "tickets" -> {
                ObjectNode ticket = tickets.add(
                        fields,
                        fields.hasNonNull("email")
                                ? contacts.requester(fields)
                                : records().all("contacts").getFirst());
                automation.created(ticket);
                yield ticket;
            }
            default -> {
                String id = String.valueOf(records().next(type, 700_001));
                yield records().put(type, id, fields.put("id", Long.parseLong(id)));
            }
        };
    }

    private Answer me() {
        ObjectNode agent = records().all("agents").getFirst();
        ObjectNode body = Json.object()
                .put("id", agent.path("id").asLong())
                .put("available", true)
                .put("ticket_scope", 1);
        body.putObject("contact")
                .put("name", agent.path("name").asText())
                .put("email", agent.path("email").asText());
        return Answer.json(200, body);
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
