package dev.switchboard.sandbox.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.time.Clock;
import java.util.List;

/** Notes on contacts: for teammates only, listed newest first and at once. */
final class IntercomNotes {

    private static final String NOTES = "notes";
    private static final int PAGE = 50;

    private final Records records;
    private final Clock clock;
    private final IntercomContacts contacts;
    private final IntercomAdmins admins;

    IntercomNotes(Records records, Clock clock, IntercomContacts contacts, IntercomAdmins admins) {
        this.records = records;
        this.clock = clock;
        this.contacts = contacts;
        this.admins = admins;
    }

    Answer create(Request request) {
        ObjectNode contact = contacts.byId(request);
        ObjectNode wish = request.json();
        if (wish.path("body").asText("").isBlank()) {
            throw IntercomErrors.missing("body");
        }
        ObjectNode author = admins.named(wish.path("admin_id").asText(IntercomAdmins.OWN));
        long id = records.next(NOTES, 26);
        ObjectNode note = Json.object().put("type", "note").put("id", String.valueOf(id));
        note.put("created_at", clock.instant().getEpochSecond());
        note.putObject("contact")
                .put("type", "contact")
                .put("id", contact.path("id").asText());
        note.set("author", author);
        note.put("body", IntercomHtml.sanitised(wish.path("body").asText()));
        return Answer.json(200, records.put(NOTES, String.valueOf(id), note));
    }

    Answer list(Request request) {
        String contact = contacts.byId(request).path("id").asText();
        List<ObjectNode> all = records.where(
                        NOTES, note -> note.at("/contact/id").asText().equals(contact))
                .toList()
                .reversed();
        int page = Integer.parseInt(request.query("page").orElse("1"));
        int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        ObjectNode body = Json.object().put("type", "list").put("total_count", all.size());
        body.set(
                "data",
                Json.array(all.stream().skip((page - 1L) * PAGE).limit(PAGE).toList()));
        body.putObject("pages")
                .put("type", "pages")
                .put("page", page)
                .put("per_page", PAGE)
                .put("total_pages", pages);
        return Answer.json(200, body);
    }
}
