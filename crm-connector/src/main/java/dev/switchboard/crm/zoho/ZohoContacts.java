package dev.switchboard.crm.zoho;

import static dev.switchboard.crm.zoho.ZohoPerson.CONTACTS;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.CreateContact;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes contacts. Inserted with our unique field, not upserted: should the record exist, a colleague may have corrected it since, and
 * an upsert would overwrite that.
 */
final class ZohoContacts {
    private static final int LONGEST_FIRST_NAME = 40;
    private static final int LONGEST_LAST_NAME = 80;
    private static final int LONGEST_EMAIL = 100;

    private final ZohoOrg org;
    private final ZohoPeople people;

    ZohoContacts(ZohoOrg org, ZohoPeople people) {
        this.org = org;
        this.people = people;
    }

    /** Zoho itself lets two contacts have one address: so who has it is looked up first. */
    Contact create(CreateContact command) {
        Optional<Contact> known = command.email() == null
                ? Optional.empty()
                : people.byEmail(command.email()).stream().findFirst();
        return known.orElseGet(() -> insert(command));
    }

    /** By our field; without it, by what we wrote. A query sees a new record at once. */
    Optional<Contact> created(CreateContact command) {
        if (org.hasExternalId(CONTACTS)) {
            String condition =
                    org.externalIdField() + " = " + Coql.literal(command.key().value());
            return people.contacts(condition).stream().findFirst();
        }
        if (command.phone() != null) {
            return people.contacts("Phone = " + Coql.literal(command.phone().e164())).stream()
                    .findFirst();
        }
        return command.email() == null
                ? Optional.empty()
                : people.byEmail(command.email()).stream().findFirst();
    }

    private Contact insert(CreateContact command) {
        Map<String, Object> values = values(command);
        try {
            ZohoOrg.Saved saved = org.insert(CONTACTS, values);
            return saved.adopted() ? stored(saved.id()) : made(saved.id(), command, values);
        } catch (IntegrationException refused) {
            if (refused.failure() instanceof Failure.Invalid invalid
                    && ZohoFailures.DUPLICATE_DATA.equals(invalid.vendorCode())) {
                return created(command).orElseThrow(() -> refused);
            }
            throw refused;
        }
    }

    private Contact stored(String id) {
        return people.contacts("id = " + Coql.id(id)).stream()
                .findFirst()
                .orElseThrow(() -> new IntegrationException("zoho", "/Contacts", new Failure.Malformed(200)));
    }

    private static Contact made(String id, CreateContact command, Map<String, Object> values) {
        return new Contact(
                id,
                (String) values.get("First_Name"),
                nameOf(command),
                (String) values.get("Email"),
                (String) values.get("Phone"),
                null);
    }

    private Map<String, Object> values(CreateContact command) {
        Map<String, Object> values = new LinkedHashMap<>();
        String name = ZohoText.line(nameOf(command), Integer.MAX_VALUE);
        int space = name.lastIndexOf(' ');
        String first = space < 0 ? "" : name.substring(0, space).strip();
        String last = name.substring(space + 1);
        if (first.length() > LONGEST_FIRST_NAME || last.length() > LONGEST_LAST_NAME) {
            values.put("Description", ZohoText.cut("Name as given: " + nameOf(command), ZohoText.LONGEST));
        }
        values.put("Last_Name", ZohoText.cut(last, LONGEST_LAST_NAME));
        if (!first.isEmpty()) {
            values.put("First_Name", ZohoText.cut(first, LONGEST_FIRST_NAME));
        }
        if (command.phone() != null) {
            values.put("Phone", command.phone().e164());
        }
        String email = emailOf(command);
        if (!email.isEmpty() && email.length() <= LONGEST_EMAIL) {
            values.put("Email", email);
        }
        values.put("Lead_Source", command.source());
        if (org.hasExternalId(CONTACTS)) {
            values.put(org.externalIdField(), command.key().value());
        }
        return values;
    }

    /** Zoho requires a last name; without one the number or the address stands for it. */
    private static String nameOf(CreateContact command) {
        String name = command.name() == null ? "" : command.name().strip();
        if (!ZohoText.line(name, Integer.MAX_VALUE).isEmpty()) {
            return name;
        }
        return command.phone() == null ? emailOf(command) : command.phone().e164();
    }

    private static String emailOf(CreateContact command) {
        return command.email() == null ? "" : command.email().value();
    }
}
