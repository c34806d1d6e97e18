package dev.switchboard.crm.salesforce;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.CreateContact;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes contacts. Inserted with the external id, not upserted: should the record exist, a colleague may have corrected it since, and
 * an upsert would overwrite that.
 */
final class SalesforceContacts {
    private static final String TYPE = SalesforcePerson.CONTACT;
    private static final int LONGEST_FIRST_NAME = 40;
    private static final int LONGEST_LAST_NAME = 80;
    private static final Set<String> EXISTS =
            Set.of(SalesforceFailures.DUPLICATE_VALUE, SalesforceFailures.DUPLICATES_DETECTED);

    private final SalesforceOrg org;
    private final SalesforcePeople people;

    SalesforceContacts(SalesforceOrg org, SalesforcePeople people) {
        this.org = org;
        this.people = people;
    }

    Contact create(CreateContact command) {
        Map<String, Object> values = values(command);
        String id;
        try {
            id = org.insert(TYPE, command.key(), values, null);
        } catch (IntegrationException refused) {
            String code = refused.failure() instanceof Failure.Invalid invalid ? invalid.vendorCode() : null;
            if (code == null || !EXISTS.contains(code)) {
                throw refused;
            }
            Optional<Contact> known = created(command).or(() -> alike(command));
            if (known.isPresent()) {
                return known.get();
            }
            // The org's rules find somebody alike whom we cannot tell to be this person: a second record does less
            // harm.
            id = org.insert(TYPE, command.key(), values, "allowSave=true");
        }
        return new Contact(
                id,
                (String) values.get("FirstName"),
                nameOf(command),
                (String) values.get("Email"),
                (String) values.get("Phone"),
                null);
    }

    /** By external id; without one, by what we wrote: SOQL sees a new record at once. */
    Optional<Contact> created(CreateContact command) {
        if (org.hasExternalId(TYPE)) {
            return people.contacts(org.madeBy(command.key())).stream().findFirst();
        }
        String condition = command.phone() == null
                ? "Email = " + Soql.literal(emailOf(command))
                : "Phone = " + Soql.literal(command.phone().e164());
        return people.contacts(condition).stream().findFirst();
    }

    private Optional<Contact> alike(CreateContact command) {
        PhoneNumber phone = command.phone();
        Optional<Contact> byEmail = command.email() == null
                ? Optional.empty()
                : people.byEmail(command.email()).stream().findFirst();
        return byEmail.or(() -> phone == null
                ? Optional.empty()
                : people.byPhone(phone).stream().findFirst());
    }

    private static Map<String, Object> values(CreateContact command) {
        Map<String, Object> values = new LinkedHashMap<>();
        String name = nameOf(command);
        int space = name.lastIndexOf(' ');
        String first = space < 0 ? "" : name.substring(0, space).strip();
        String last = name.substring(space + 1);
        if (first.length() > LONGEST_FIRST_NAME || last.length() > LONGEST_LAST_NAME) {
            values.put("Description", "Name as given: " + name);
        }
        values.put("LastName", SalesforceText.cut(last, LONGEST_LAST_NAME));
        if (!first.isEmpty()) {
            values.put("FirstName", SalesforceText.cut(first, LONGEST_FIRST_NAME));
        }
        if (command.phone() != null) {
            values.put("Phone", command.phone().e164());
        }
        if (command.email() != null) {
            values.put("Email", command.email().value());
        }
        values.put("LeadSource", command.source());
        return values;
    }

    /** Salesforce requires a last name; without one the number or the address stands for it. */
    private static String nameOf(CreateContact command) {
        String name = command.name() == null ? "" : command.name().strip();
        if (!name.isEmpty()) {
            return name;
        }
        return command.phone() == null ? emailOf(command) : command.phone().e164();
    }

    private static String emailOf(CreateContact command) {
        return command.email() == null ? "" : command.email().value();
    }
}
