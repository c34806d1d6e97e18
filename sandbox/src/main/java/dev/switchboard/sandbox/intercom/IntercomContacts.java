package dev.switchboard.sandbox.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Users and leads. Users are unique by address and by external id, the archived among them too; leads are not. An archived contact
 * is nowhere to be read, and still in the way.
 */
final class IntercomContacts {

    static final String CONTACTS = "contacts";

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Set<String> WRITTEN = Set.of(
            "role",
            "external_id",
            "email",
            "phone",
            "name",
            "avatar",
            "signed_up_at",
            "last_seen_at",
            "owner_id",
            "unsubscribed_from_emails",
            "email_verified",
            "custom_attributes");
    private static final Set<String> OURS = Set.of("archived", "merged_into");

    private final Records records;
    private final Clock clock;
    private final IntercomWebhooks webhooks;

    IntercomContacts(Records records, Clock clock, IntercomWebhooks webhooks) {
        this.records = records;
        this.clock = clock;
        this.webhooks = webhooks;
    }

    Answer create(Request request) {
        ObjectNode wish = request.json();
        check(wish);
        ObjectNode contact = add(wish);
        webhooks.send("contact." + contact.path("role").asText() + ".created", shown(contact));
        return Answer.json(200, shown(contact));
    }

    Answer read(Request request) {
        return Answer.json(200, shown(byId(request)));
    }

    Answer readByExternalId(Request request) {
        String externalId = request.parameter("id");
        return Answer.json(
                200,
                shown(records.where(CONTACTS, contact -> isUser(contact) && is(contact, "external_id", externalId))
                        .findFirst()
                        .map(contact -> living(contact.path("id").asText()))
                        .orElseThrow(IntercomContacts::notFound)));
    }

    Answer update(Request request) {
        ObjectNode contact = byId(request);
        ObjectNode wish = request.json();
        checkFormats(wish);
        wish.properties().stream()
                .filter(field -> WRITTEN.contains(field.getKey()))
                .forEach(field -> contact.set(field.getKey(), field.getValue()));
        contact.put("updated_at", now());
        webhooks.send(wish.has("email") ? "contact.email.updated" : "contact.user.updated", shown(contact));
        return Answer.json(200, shown(contact));
    }

    Answer delete(Request request) {
        ObjectNode contact = byId(request);
        records.remove(CONTACTS, contact.path("id").asText());
        webhooks.send("contact.deleted", shown(contact));
        return Answer.json(200, reference(contact).put("deleted", true));
    }

    Answer archive(Request request) {
        ObjectNode contact = byId(request);
        contact.put("archived", true);
        webhooks.send("contact.archived", shown(contact));
        return Answer.json(200, reference(contact).put("archived", true));
    }

    Answer unarchive(Request request) {
        ObjectNode contact = records.find(CONTACTS, request.parameter("id")).orElseThrow(IntercomContacts::notFound);
        contact.put("archived", false);
        webhooks.send("contact.unarchived", shown(contact));
        return Answer.json(200, reference(contact).put("archived", false));
    }

    /** A lead goes into a user; asked for by its old id it is gone. */
    Answer merge(Request request) {
        ObjectNode lead = living(request.json().path("from").asText());
        ObjectNode user = living(request.json().path("into").asText());
        if (isUser(lead) || !isUser(user)) {
            throw IntercomErrors.invalid("from", "Only a lead can be merged into a user");
        }
        lead.put("merged_into", user.path("id").asText());
        user.withArray("merge_history")
                .addObject()
                .put("type", "merge_history_item")
                .put("source_contact_id", lead.path("id").asText())
                .put("source_contact_role", "lead")
                .put("merged_at", now());
        webhooks.send("contact.merged", shown(user));
        return Answer.json(200, shown(user));
    }

    /** Whom a ticket is for; an unknown address makes a lead. */
    ObjectNode ofTicket(JsonNode asked) {
        if (asked.hasNonNull("id")) {
            return living(asked.get("id").asText());
        }
        if (asked.hasNonNull("external_id")) {
            return records.where(
                            CONTACTS,
                            contact -> is(
                                    contact,
                                    "external_id",
                                    asked.get("external_id").asText()))
                    .findFirst()
                    .map(contact -> living(contact.path("id").asText()))
                    .orElseThrow(IntercomContacts::notFound);
        }
        String email = asked.path("email").asText("");
        if (!EMAIL.matcher(email).matches()) {
            throw IntercomErrors.invalid("contacts", "A contact is an id, an external_id or an email");
        }
        return records.where(CONTACTS, contact -> isThere(contact) && is(contact, "email", email))
                .findFirst()
                .orElseGet(() -> add(Json.object().put("role", "lead").put("email", email)));
    }

    ObjectNode byId(Request request) {
        return living(request.parameter("id"));
    }

    ObjectNode add(ObjectNode wish) {
        String id = String.format(Locale.ROOT, "6762f0dd%016x", records.next(CONTACTS, 0x1bb69f9f2193bb00L));
        ObjectNode contact = Json.object().put("type", "contact").put("id", id).put("workspace_id", "sbx1");
        contact.put("role", "user").put("external_id", (String) null).put("phone", (String) null);
        contact.put("name", (String) null).put("owner_id", (String) null).put("last_seen_at", (Long) null);
        contact.put("has_hard_bounced", false).put("unsubscribed_from_emails", false);
        contact.put("created_at", now()).put("updated_at", now());
        contact.putObject("custom_attributes");
        contact.putObject("companies").put("type", "list").put("total_count", 0).putArray("data");
        contact.setAll(wish);
        if (contact.hasNonNull("email")) {
            contact.put("email", contact.get("email").asText().toLowerCase(Locale.ROOT));
        }
        return records.put(CONTACTS, id, contact);
    }

    static boolean isThere(ObjectNode contact) {
        return !contact.path("archived").asBoolean() && !contact.hasNonNull("merged_into");
    }

    static ObjectNode shown(ObjectNode contact) {
        ObjectNode shown = contact.deepCopy();
        shown.remove(OURS);
        return shown;
    }

    static ObjectNode reference(ObjectNode contact) {
        ObjectNode reference = Json.object()
                .put("type", "contact")
                .put("id", contact.path("id").asText());
        reference.set("external_id", contact.get("external_id"));
        return reference;
    }

    static AnsweredException notFound() {
        return IntercomErrors.refused(404, "not_found", "User Not Found");
    }

    private ObjectNode living(String id) {
        ObjectNode contact = records.find(CONTACTS, id)
                .filter(found -> !found.path("archived").asBoolean())
                .orElseThrow(IntercomContacts::notFound);
        if (contact.hasNonNull("merged_into")) {
            Answer gone = IntercomErrors.error(
                    410,
                    "contact_merged",
                    "This contact has been merged. See the 'Link' header for the canonical contact.",
                    null);
            throw new AnsweredException(gone.withHeader(
                    "Link", "</contacts/" + contact.get("merged_into").asText() + ">; rel=\"canonical\""));
        }
        return contact;
    }

    private void check(ObjectNode wish) {
        checkFormats(wish);
        String role = wish.path("role").asText("user");
        boolean named = wish.hasNonNull("email") || wish.hasNonNull("external_id");
        if (role.equals("user") && !named) {
            throw IntercomErrors.invalid("email", "A user needs an email or an external_id");
        }
        if (role.equals("lead") && wish.hasNonNull("external_id")) {
            throw IntercomErrors.invalid("external_id", "A lead has no external_id");
        }
        if (role.equals("user")) {
            List.of("email", "external_id").forEach(key -> refuseTwin(wish, key));
        }
    }

    private void refuseTwin(ObjectNode wish, String key) {
        if (!wish.hasNonNull(key)) {
            return;
        }
        Optional<ObjectNode> twin = records.where(
                        CONTACTS,
                        contact -> isUser(contact)
                                && is(contact, key, wish.get(key).asText()))
                .findFirst();
        if (twin.isPresent()) {
            boolean archived = twin.get().path("archived").asBoolean();
            throw IntercomErrors.refused(
                    409,
                    "conflict",
                    (archived ? "An archived contact" : "A contact") + " matching those details already exists with id="
                            + twin.get().path("id").asText());
        }
    }

    private static void checkFormats(ObjectNode wish) {
        wish.fieldNames().forEachRemaining(name -> {
            if (!WRITTEN.contains(name)) {
                throw IntercomErrors.invalid(name, "Unknown parameter " + name);
            }
        });
        if (!Set.of("user", "lead").contains(wish.path("role").asText("user"))) {
            throw IntercomErrors.invalid("role", "Role must be user or lead");
        }
        if (wish.hasNonNull("email")
                && !EMAIL.matcher(wish.get("email").asText()).matches()) {
            throw IntercomErrors.invalid("email", "Email is invalid");
        }
        if (wish.hasNonNull("phone")
                && !E164.matcher(wish.get("phone").asText()).matches()) {
            throw IntercomErrors.invalid("phone", "Phone is invalid");
        }
    }

    private static boolean isUser(ObjectNode contact) {
        return contact.path("role").asText().equals("user");
    }

    private static boolean is(ObjectNode contact, String field, String value) {
        return contact.path(field).asText("").equalsIgnoreCase(value);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
