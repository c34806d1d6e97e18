package dev.switchboard.crm.zoho;

import static dev.switchboard.crm.zoho.ZohoPerson.CONTACTS;
import static dev.switchboard.crm.zoho.ZohoPerson.LEADS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.CustomerContext;
import dev.switchboard.integration.port.CustomerContext.Item;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is going on with a contact, in one call. */
final class ZohoContext {
    private static final int MOST = 5;
    private static final String NEWEST = " order by Created_Time desc limit " + MOST;

    private final ZohoOrg org;

    ZohoContext(ZohoOrg org) {
        this.org = org;
    }

    CustomerContext of(Contact contact) {
        ZohoId id = ZohoId.of(contact.id());
        return id.isLead() ? ofLead(id) : ofContact(id, contact.companyId());
    }

    private CustomerContext ofLead(ZohoId id) {
        JsonNode lead = first(org.read(new ZohoPart.Read(LEADS, id.id(), "Company,Owner,Lead_Status", false)));
        return new CustomerContext(
                text(lead, "/Company"), text(lead, "/Lead_Status"), text(lead, "/Owner/name"), List.of());
    }

    private CustomerContext ofContact(ZohoId id, @Nullable String companyId) {
        String contact = Coql.id(id.id());
        List<ZohoPart> parts = new ArrayList<>(List.of(
                new ZohoPart.Read(CONTACTS, id.id(), "Account_Name,Owner,Tag", false),
                // Some editions have no cases.
                new ZohoPart.Query(
                        "select Case_Number,Subject,Status,Created_Time from Cases where Related_To = " + contact
                                + NEWEST,
                        true),
                new ZohoPart.Query(
                        "select Deal_Name,Stage,Created_Time from Deals where Contact_Name = " + contact + NEWEST,
                        true),
                ZohoNotes.newest(id, MOST)));
        if (companyId != null) {
            parts.add(new ZohoPart.Read("Accounts", companyId, "Account_Type,Rating", true));
        }
        List<List<JsonNode>> answers = org.together(parts);
        JsonNode person = first(answers.getFirst());
        JsonNode company = companyId == null ? MissingNode.getInstance() : first(answers.getLast());
        return new CustomerContext(
                text(person, "/Account_Name/name"),
                segment(person, company),
                text(person, "/Owner/name"),
                recent(answers.get(1), answers.get(2), answers.get(3)));
    }

    /** What the company is to us; where nobody says so, how it is rated, then how the contact is tagged. */
    private static @Nullable String segment(JsonNode person, JsonNode company) {
        return Stream.of(
                        or(text(company, "/Account_Type")),
                        or(text(company, "/Rating")),
                        or(text(person, "/Tag/0/name")))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** Notes where cases and deals leave room: a talkative customer's would leave none to an open case. */
    private static List<Item> recent(List<JsonNode> cases, List<JsonNode> deals, List<JsonNode> notes) {
        Stream<Item> work = Stream.concat(cases.stream(), deals.stream())
                .sorted(Comparator.comparing(ZohoContext::created).reversed())
                .map(ZohoContext::item);
        Stream<Item> noted =
                notes.stream().filter(note -> !ZohoNotes.isRest(note)).map(ZohoContext::noted);
        return Stream.concat(work, noted).limit(MOST).toList();
    }

    private static Item noted(JsonNode note) {
        String name = ZohoNotes.name(note);
        return new Item(name, name, "note");
    }

    /** A deal has no number, and neither has a note: people call them by their names. */
    private static Item item(JsonNode row) {
        if (row.has("Deal_Name")) {
            String name = row.path("Deal_Name").asText();
            return new Item(name, name, row.path("Stage").asText("open"));
        }
        String number = or(text(row, "/Case_Number"));
        return new Item(
                number.isEmpty() ? row.path("id").asText() : number,
                row.path("Subject").asText("Case " + number),
                row.path("Status").asText("unknown"));
    }

    private static Instant created(JsonNode row) {
        try {
            return OffsetDateTime.parse(row.path("Created_Time").asText("")).toInstant();
        } catch (DateTimeException unreadable) {
            return Instant.MIN;
        }
    }

    private static JsonNode first(List<JsonNode> rows) {
        return rows.isEmpty() ? MissingNode.getInstance() : rows.getFirst();
    }

    private static @Nullable String text(JsonNode row, String pointer) {
        JsonNode value = row.at(pointer);
        return value.isNull() || value.asText("").isBlank() ? null : value.asText();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
