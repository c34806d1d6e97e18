package dev.switchboard.crm.hubspot;

import dev.switchboard.crm.hubspot.HubspotJson.CrmObject;
import dev.switchboard.crm.hubspot.HubspotJson.Reference;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.CustomerContext;
import dev.switchboard.integration.port.CustomerContext.Item;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is going on with a contact: one read with its associations, and one for each kind of what it is associated with. */
final class HubspotContext {
    private static final int MOST = 5;
    /** Where a long transcript of ours goes on. */
    private static final Pattern CONTINUED = Pattern.compile("\\([0-9]+ of [0-9]+\\)<br>");

    private final HubspotAccount account;

    HubspotContext(HubspotAccount account) {
        this.account = account;
    }

    CustomerContext of(Contact contact) {
        CrmObject read = account.contact(
                contact.id(),
                List.of("company", "segment", "lifecyclestage", "hubspot_owner_id"),
                List.of("companies", "deals", "tickets", "notes"));
        String segment = read.property("segment");
        String owner = read.property("hubspot_owner_id");
        return new CustomerContext(
                company(read),
                segment == null ? read.property("lifecyclestage") : segment,
                owner == null ? null : account.owner(owner).orElse(null),
                recent(read));
    }

    private @Nullable String company(CrmObject contact) {
        String typed = contact.property("company");
        if (typed != null) {
            return typed;
        }
        List<Reference> companies = contact.associated("companies");
        return companies.isEmpty()
                ? null
                : account.read("companies", companies.subList(0, 1), List.of("name")).stream()
                        .findFirst()
                        .map(company -> company.property("name"))
                        .orElse(null);
    }

    private List<Item> recent(CrmObject contact) {
        return Stream.of(
                        read(contact, "tickets", "subject", "hs_pipeline_stage"),
                        read(contact, "deals", "dealname", "dealstage"),
                        read(contact, "notes", "hs_note_body"))
                .flatMap(List::stream)
                .filter(object -> !CONTINUED
                        .matcher(String.valueOf(object.property("hs_note_body")))
                        .lookingAt())
                .sorted(Comparator.comparing(HubspotContext::created).reversed())
                .limit(MOST)
                .map(this::item)
                .toList();
    }

    private List<CrmObject> read(CrmObject contact, String type, String... properties) {
        return account.read(type, contact.associated(type), List.of(properties));
    }

    /** A deal and a note have no number: people call them by their names. */
    private Item item(CrmObject object) {
        String deal = object.property("dealname");
        if (deal != null) {
            return new Item(deal, deal, stage("deals", object.property("dealstage")));
        }
        String note = object.property("hs_note_body");
        if (note != null) {
            String line = HubspotText.firstLine(note);
            return new Item(line.isEmpty() ? "Note" : line, line.isEmpty() ? "Note" : line, "note");
        }
        String subject = object.property("subject");
        return new Item(
                object.id(),
                subject == null ? "Ticket " + object.id() : subject,
                stage("tickets", object.property("hs_pipeline_stage")));
    }

    private String stage(String type, @Nullable String id) {
        return id == null ? "open" : account.stage(type, id);
    }

    private static Instant created(CrmObject object) {
        return object.createdAt() == null ? Instant.EPOCH : object.createdAt();
    }
}
