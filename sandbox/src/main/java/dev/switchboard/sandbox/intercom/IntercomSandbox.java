package dev.switchboard.sandbox.intercom;

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

/**
 * Intercom's API 2.16, at the host of the United States. Switches: {@code rate-limit-per-window} makes the limit of ten seconds
 * real; {@code workspace-region} moves the workspace to where this host does not know its token; {@code search-lag-seconds}, {@code
 * ticket-search-lag-seconds} and {@code lacking-attributes} change the account. Mails to customers are records of the type {@code
 * mails}.
 */
public final class IntercomSandbox extends VendorSandbox {

    private static final String TOKEN = "intercom-sandbox-token";
    private static final String THIS_HOSTS_REGION = "US";
    /** 10,000 a minute, metered in windows of ten seconds. */
    private static final int PER_WINDOW = 1_666;

    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final IntercomWebhooks notifications;
    private final IntercomAdmins admins;
    private final IntercomContacts contacts;
    private final IntercomNotes notes;
    private final IntercomTags tags;
    private final IntercomTicketTypes types;
    private final IntercomTickets tickets;
    private final IntercomReplies replies;
    private final IntercomSearch search;
    private final IntercomArticles articles;
    private final Quota quota;

    public IntercomSandbox(Clock clock) {
        super("intercom", clock, Duration.ofDays(1));
        notifications = new IntercomWebhooks(webhooks(), clock);
        admins = new IntercomAdmins(records());
        contacts = new IntercomContacts(records(), clock, notifications);
        notes = new IntercomNotes(records(), clock, contacts, admins);
        tags = new IntercomTags(records());
        types = new IntercomTicketTypes(switches());
        tickets = new IntercomTickets(records(), clock, contacts, types, tags, admins, notifications);
        replies = new IntercomReplies(records(), clock, tickets, admins, notifications);
        search = new IntercomSearch(records(), clock, switches(), types);
        articles = new IntercomArticles(records());
        quota = new Quota(clock, WINDOW);
    }

    @Override
    protected void routes(Routes routes) {
        routes.get("/me", request -> admins.me());
        routes.post("/contacts", contacts::create);
        routes.post("/contacts/search", search::contacts);
        routes.post("/contacts/merge", contacts::merge);
        routes.get("/contacts/find_by_external_id/{id}", contacts::readByExternalId);
        routes.get("/contacts/{id}", contacts::read);
        routes.put("/contacts/{id}", contacts::update);
        routes.delete("/contacts/{id}", contacts::delete);
        routes.post("/contacts/{id}/archive", contacts::archive);
        routes.post("/contacts/{id}/unarchive", contacts::unarchive);
        routes.get("/contacts/{id}/notes", notes::list);
        routes.post("/contacts/{id}/notes", notes::create);
        routes.post("/tickets", tickets::create);
        routes.post("/tickets/search", search::tickets);
        routes.get("/tickets/{id}", tickets::read);
        routes.put("/tickets/{id}", tickets::update);
        routes.post("/tickets/{id}/reply", replies::create);
        routes.post("/tickets/{id}/tags", tickets::tag);
        routes.get("/ticket_types", request -> types.list());
        routes.get("/ticket_types/{id}", types::read);
        routes.get("/ticket_states", request -> types.states());
        routes.get("/tags", request -> tags.list());
        routes.post("/tags", tags::create);
        routes.get("/articles/search", articles::search);
    }

    @Override
    protected void authorize(Request request) {
        if (quota.take() > switches().get("rate-limit-per-window").asInt(Integer.MAX_VALUE)) {
            throw new RefusedException(new Refusal.RateLimited(quota.untilReset()));
        }
        String region = switches().get("workspace-region").asText(THIS_HOSTS_REGION);
        boolean known = request.header("Authorization")
                .filter(("Bearer " + TOKEN)::equals)
                .isPresent();
        if (!known || !region.equals(THIS_HOSTS_REGION)) {
            throw new RefusedException(new Refusal.Unauthorized());
        }
        IntercomVersion.of(request);
    }

    @Override
    protected Answer refuse(Refusal refusal) {
        return IntercomErrors.of(refusal, clock().instant());
    }

    @Override
    protected Answer decorate(Request request, Answer answer) {
        int limit = switches().get("rate-limit-per-window").asInt(PER_WINDOW);
        Answer told = answer.withHeader("X-RateLimit-Limit", String.valueOf(limit))
                .withHeader(
                        "X-RateLimit-Remaining",
                        String.valueOf(answer.status() == 429 ? 0 : Math.max(0, limit - quota.used())))
                .withHeader(
                        "Intercom-Version", request.header("Intercom-Version").orElse("2.9"));
        if (answer.status() == 429) {
            return told;
        }
        long reset = IntercomErrors.endOf(clock().instant().plus(quota.untilReset()));
        return told.withHeader("X-RateLimit-Reset", String.valueOf(reset));
    }

    @Override
    protected void seed() {
        long monthsAgo = clock().instant().minus(Duration.ofDays(90)).getEpochSecond();
        admins.seed();
        ObjectNode sarah = contacts.add(Json.object()
                .put("name", "Sarah Lee")
                .put("email", "sarah@example.com")
                .put("phone", "+14155550100")
                .put("external_id", "customer-1")
                .put("created_at", monthsAgo)
                .put("updated_at", monthsAgo)
                .put("last_seen_at", monthsAgo));
        ObjectNode other = contacts.add(Json.object()
                .put("name", "Omar Haddad")
                .put("email", "omar@example.com")
                .put("created_at", monthsAgo)
                .put("updated_at", monthsAgo));
        old("102", "100", "A question of somebody else", other, monthsAgo);
        old("480", "101", "Invoice without the VAT number", sarah, monthsAgo);
        articles.seed();
    }

    /** Resolved months ago; the one's id is the other's next number. */
    private void old(String id, String number, String title, ObjectNode contact, long at) {
        ObjectNode attributes = Json.object().put("_default_title_", title).put("_default_description_", title);
        ObjectNode ticket = tickets.add(id, number, attributes, contact);
        ticket.set("ticket_state", types.state("8484"));
        ticket.put("open", false).put("created_at", at).put("updated_at", at);
    }

    /** Made an hour ago unless it says otherwise, so that the indexes know it. */
    @Override
    protected ObjectNode addRecord(String type, ObjectNode fields) {
        long anHourAgo = clock().instant().minus(Duration.ofHours(1)).getEpochSecond();
        return switch (type) {
            case "contacts" -> {
                ObjectNode contact = Json.object().put("created_at", anHourAgo);
                contact.setAll(fields);
                ObjectNode added = contacts.add(contact);
                notifications.send(
                        "contact." + added.path("role").asText() + ".created", IntercomContacts.shown(added));
                yield added;
            }
            case "tickets" -> {
                ObjectNode attributes = Json.object()
                        .put("_default_title_", fields.path("title").asText("x"));
                ObjectNode ticket =
                        tickets.add(attributes, records().all("contacts").getFirst());
                ticket.put("created_at", fields.path("created_at").asLong(anHourAgo));
                ticket.set(
                        "ticket_state",
                        types.state(fields.path("ticket_state_id").asText("8481")));
                notifications.send("ticket.created", tickets.shown(ticket));
                yield ticket;
            }
            case "articles" -> articles.add(fields);
            default -> {
                String id = String.valueOf(records().next(type, 1));
                yield records().put(type, id, fields.put("id", id));
            }
        };
    }
}
