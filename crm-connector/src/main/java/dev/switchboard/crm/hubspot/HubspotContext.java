package dev.switchboard.crm.hubspot;

import dev.switchboard.crm.hubspot.HubspotJson.CrmObject;
import dev.switchboard.crm.hubspot.HubspotJson.Reference;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.CustomerContext;
import dev.switchboard.integration.port.CustomerContext.Item;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is going on with a contact: one read with its associations, and one for each kind of what it is associated with. */
final class HubspotContext {
    private static final int MOST = 5;

    private final HubspotAccount account;

    HubspotContext(HubspotAccount account) {
        this.account = account;
    }

    CustomerContext of(Contact contact) {
        CrmObject read = account.contact(
                contact.id(),
                List.of("company", "segment", "lifecyclestage"),
                List.of("companies", "deals", "tickets"));
        String segment = read.property("segment");
        return new CustomerContext(
                company(read), segment == null ? read.property("lifecyclestage") : segment, null, recent(read));
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
        List<CrmObject> tickets = account.read(
                "tickets", contact.associated("tickets"), List.of("subject", "hs_pipeline_stage", "createdate"));
        List<CrmObject> deals =
                account.read("deals", contact.associated("deals"), List.of("dealname", "dealstage", "createdate"));
        return Stream.concat(tickets.stream(), deals.stream())
                .sorted(Comparator.comparing(HubspotContext::created).reversed())
                .limit(MOST)
                .map(this::item)
                .toList();
    }

    private Item item(CrmObject object) {
        String deal = object.property("dealname");
        if (deal != null) {
            return new Item(object.id(), deal, or(object.property("dealstage"), "open"));
        }
        String stage = object.property("hs_pipeline_stage");
        return new Item(
                object.id(),
                or(object.property("subject"), "Ticket " + object.id()),
                stage == null ? "open" : account.ticketStage(stage));
    }

    private static String created(CrmObject object) {
        return or(object.property("createdate"), "");
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
