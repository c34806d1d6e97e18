package dev.switchboard.sandbox.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** People: those who ask, found by e-mail address, external id or phone. */
final class ZendeskUsers {

    private static final String USERS = "users";
    private static final long FIRST_ID = 20_978_392;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{7,14}");
    private static final List<String> COPIED = List.of(
            "name", "email", "external_id", "role", "notes", "details", "organization_id", "user_fields", "tags");

    private final Records records;
    private final Clock clock;
    private final ZendeskEvents events;

    ZendeskUsers(Records records, Clock clock, ZendeskEvents events) {
        this.events = events;
        this.records = records;
        this.clock = clock;
    }

    Answer search(Request request) {
        Optional<String> external = request.query("external_id");
        if (external.isPresent()) {
            return ZendeskPages.byOffset(
                    request, USERS, same("external_id", external.get()).stream().toList());
        }
        String query = request.query("query").orElseThrow(() -> ZendeskErrors.missingParameter("query"));
        ZendeskUserQuery wanted = ZendeskUserQuery.parse(query);
        return ZendeskPages.byOffset(
                request,
                USERS,
                records.where(USERS, user -> matches(wanted, user)).toList());
    }

    /** By the number that is shown, or by another of theirs. */
    private boolean matches(ZendeskUserQuery wanted, ObjectNode user) {
        return user.path("active").asBoolean(true)
                && (wanted.matches(user)
                        || identitiesOf(user)
                                .filter(identity ->
                                        identity.path("type").asText().equals("phone_number"))
                                .anyMatch(identity -> wanted.matches(user.deepCopy()
                                        .put("phone", identity.path("value").asText()))));
    }

    Answer identities(Request request) {
        return ZendeskPages.answer(
                request, "identities", identitiesOf(byId(request)).toList());
    }

    private Stream<ObjectNode> identitiesOf(ObjectNode user) {
        return records.where(
                "identities",
                identity -> identity.path("user_id").asLong() == user.path("id").asLong());
    }

    Answer read(Request request) {
        return found(byId(request));
    }

    ObjectNode byId(Request request) {
        return records.find(USERS, request.parameter("id"))
                .orElseThrow(() -> new AnsweredException(ZendeskErrors.recordNotFound()));
    }

    Answer create(Request request) {
        ObjectNode wish = wish(request);
        if (wish.hasNonNull("email")
                && same("email", wish.get("email").asText()).isPresent()) {
            throw duplicate(wish.get("email").asText());
        }
        return Answer.json(201, Json.object().set("user", created(wish)));
    }

    Answer update(Request request) {
        ObjectNode user = byId(request);
        changed(user, wish(request));
        return found(user);
    }

    ObjectNode created(ObjectNode wish) {
        ObjectNode user = create(wish);
        events.user("created", user, Json.object());
        return user;
    }

    private void changed(ObjectNode user, ObjectNode wish) {
        ObjectNode before = user.deepCopy();
        change(user, wish);
        if (!user.path("name").equals(before.path("name"))) {
            events.user(
                    "name_changed",
                    user,
                    Json.object()
                            .put("previous", before.path("name").asText())
                            .put("current", user.path("name").asText()));
        }
        boolean reachedAsBefore = user.path("email").equals(before.path("email"))
                && user.path("phone").equals(before.path("phone"));
        if (!reachedAsBefore) {
            events.user("identity_changed", user, Json.object());
        }
    }

    /** Matches by e-mail address or external id, never by phone. */
    Answer createOrUpdate(Request request) {
        ObjectNode wish = wish(request);
        Optional<ObjectNode> byEmail = same("email", wish.path("email").asText());
        Optional<ObjectNode> byExternal =
                same("external_id", wish.path("external_id").asText());
        if (byEmail.isPresent() && byExternal.isPresent() && !byEmail.get().equals(byExternal.get())) {
            throw duplicate(wish.path("email").asText());
        }
        Optional<ObjectNode> known = byEmail.or(() -> byExternal);
        if (known.isEmpty()) {
            return Answer.json(201, Json.object().set("user", created(wish)));
        }
        changed(known.get(), wish);
        return found(known.get());
    }

    Answer addIdentity(Request request) {
        ObjectNode user = byId(request);
        JsonNode wish = request.json().path("identity");
        if (wish.path("type").asText().equals("phone_number") && !user.hasNonNull("phone")) {
            user.put("phone", phone(wish.path("value").asText()));
        }
        ObjectNode identity = Json.object()
                .put("id", records.next("identities", 77_136))
                .put("user_id", user.path("id").asLong())
                .put("type", wish.path("type").asText())
                .put("value", wish.path("value").asText());
        records.put("identities", identity.path("id").asText(), identity);
        events.user("identity_created", user, Json.object());
        return Answer.json(201, Json.object().set("identity", identity));
    }

    /** Whoever a new ticket is for: an id, a name with an e-mail address, or else the agent who calls the API. */
    ObjectNode requester(ObjectNode ticket) {
        JsonNode asked = ticket.path("requester");
        if (ticket.hasNonNull("requester_id")) {
            return records.find(USERS, ticket.get("requester_id").asText())
                    .orElseThrow(() -> ZendeskErrors.invalid("requester", "InvalidValue", "Requester: is invalid"));
        }
        if (!asked.isObject()) {
            return records.all(USERS).getFirst();
        }
        String email = asked.path("email").asText();
        return same("email", email).orElseGet(() -> {
            if (email.isBlank() || asked.path("name").asText().isBlank()) {
                throw ZendeskErrors.invalid("requester", "BlankValue", "Requester: Name and Email: cannot be blank");
            }
            return create((ObjectNode) asked);
        });
    }

    ObjectNode create(ObjectNode wish) {
        if (wish.path("name").asText().isBlank()) {
            throw ZendeskErrors.invalid("name", "BlankValue", "Name: is too short (minimum one characters)");
        }
        long id = records.next(USERS, FIRST_ID);
        ObjectNode user = Json.object().put("id", id).put("role", "end-user").put("active", true);
        user.put("phone", (String) null).put("external_id", (String) null);
        user.put("shared_phone_number", false).put("created_at", now());
        change(user, wish);
        if (user.hasNonNull("email") && !wish.path("skip_verify_email").asBoolean()) {
            records.put(
                    "verification_emails",
                    String.valueOf(id),
                    Json.object().put("to", user.get("email").asText()));
        }
        return records.put(USERS, String.valueOf(id), user);
    }

    private void change(ObjectNode user, ObjectNode wish) {
        if (wish.hasNonNull("email")
                && !EMAIL.matcher(wish.get("email").asText()).matches()) {
            throw ZendeskErrors.invalid("email", "InvalidValue", "Email: is not properly formatted");
        }
        for (String field : COPIED) {
            if (wish.has(field)) {
                user.set(field, wish.get(field));
            }
        }
        if (wish.hasNonNull("phone")) {
            user.put("phone", phone(wish.get("phone").asText()));
        }
        user.put("updated_at", now());
    }

    private Optional<ObjectNode> same(String field, String value) {
        return value.isBlank()
                ? Optional.empty()
                : records.where(USERS, user -> user.path(field).asText("").equalsIgnoreCase(value))
                        .findFirst();
    }

    private static ObjectNode wish(Request request) {
        if (request.json().path("user") instanceof ObjectNode wish) {
            return wish;
        }
        throw ZendeskErrors.missingParameter("user");
    }

    private static Answer found(ObjectNode user) {
        return Answer.json(200, Json.object().set("user", user));
    }

    private static AnsweredException duplicate(String email) {
        return ZendeskErrors.invalid(
                "email", "DuplicateValue", "Email: " + email + " is already being used by another user");
    }

    /** A number that parses is kept as E.164; anything else as it was typed. */
    private static String phone(String typed) {
        String dense = typed.replaceAll("[\\s().-]", "");
        return E164.matcher(dense).matches() ? dense : typed;
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
