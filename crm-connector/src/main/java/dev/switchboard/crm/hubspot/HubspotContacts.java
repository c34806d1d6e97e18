package dev.switchboard.crm.hubspot;

import dev.switchboard.crm.hubspot.HubspotJson.CrmObject;
import dev.switchboard.crm.hubspot.HubspotJson.Filter;
import dev.switchboard.crm.hubspot.HubspotJson.Group;
import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.CreateContact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds and makes contacts. HubSpot knows no two with one e-mail address, but any number of them with one phone number. */
final class HubspotContacts {
    /** Ours, made by an administrator as a unique property: the number in E.164. */
    static final String KEY = "ai_contact_key";

    private static final String TYPE = "contacts";
    private static final List<String> PROPERTIES =
            List.of("email", "firstname", "lastname", "phone", "mobilephone", "associatedcompanyid");
    private static final int MOST = 20;

    private final HubspotAccount account;
    private final RecentContacts recent;
    private final HubspotDefaults defaults;

    HubspotContacts(HubspotAccount account, RecentContacts recent, HubspotDefaults defaults) {
        this.account = account;
        this.recent = recent;
        this.defaults = defaults;
    }

    /** By the digits HubSpot derives; then as people write the number; then among those the search does not see yet. */
    List<Contact> byPhone(PhoneNumber phone) {
        List<Contact> found = matching(phone, derived(phone));
        if (found.isEmpty()) {
            found = matching(phone, written(phone));
        }
        return found.isEmpty() ? fresh(phone).stream().toList() : found;
    }

    List<Contact> byEmail(EmailAddress email) {
        return account.byUnique(TYPE, "email", email.value(), PROPERTIES).stream()
                .map(HubspotContacts::contact)
                .toList();
    }

    /** Where no unique property keeps two calls at once from making two contacts, they take turns: within this replica only. */
    Contact create(CreateContact command) {
        PhoneNumber phone = command.phone();
        return phone == null || account.hasUnique(TYPE, KEY)
                ? make(command)
                : recent.inTurn(phone, () -> fresh(phone).orElseGet(() -> make(command)));
    }

    private Contact make(CreateContact command) {
        String id;
        try {
            id = account.create(TYPE, values(command), List.of()).id();
        } catch (IntegrationException refused) {
            return known(command, refused).orElseThrow(() -> refused);
        }
        if (command.phone() != null) {
            recent.made(command.phone(), id);
        }
        return new Contact(
                id,
                values(command).get("firstname"),
                nameOf(command),
                values(command).get("email"),
                values(command).get("phone"),
                null);
    }

    Optional<Contact> created(CreateContact command) {
        if (command.email() != null) {
            return byEmail(command.email()).stream().findFirst();
        }
        PhoneNumber phone = command.phone();
        if (phone == null) {
            return Optional.empty();
        }
        return fresh(phone).or(() -> byPhone(phone).stream().findFirst());
    }

    private Optional<Contact> known(CreateContact command, IntegrationException refused) {
        return HubspotFailures.taken(refused.failure())
                ? created(command).or(() -> Optional.ofNullable(command.phone()).flatMap(this::fresh))
                : Optional.empty();
    }

    private Optional<Contact> fresh(PhoneNumber phone) {
        if (account.hasUnique(TYPE, KEY)) {
            return account.byUnique(TYPE, KEY, phone.e164(), PROPERTIES).map(HubspotContacts::contact);
        }
        return recent.id(phone)
                .flatMap(id -> account.byUnique(TYPE, "hs_object_id", id, PROPERTIES))
                .map(HubspotContacts::contact);
    }

    private List<Contact> matching(PhoneNumber phone, List<Group> either) {
        return account.search(either, PROPERTIES, MOST).stream()
                .filter(found -> Stream.of("phone", "mobilephone")
                        .map(found::property)
                        .filter(Objects::nonNull)
                        .anyMatch(phone::writtenAs))
                .map(HubspotContacts::contact)
                .toList();
    }

    private static List<Group> derived(PhoneNumber phone) {
        String national = phone.nationalDigits();
        return Stream.of(
                        Filter.equal("hs_searchable_calculated_phone_number", national),
                        Filter.equal("hs_searchable_calculated_mobile_number", national),
                        Filter.equal("phone", phone.e164()),
                        Filter.equal("mobilephone", phone.e164()),
                        Filter.token("phone", "*" + national))
                .map(filter -> new Group(List.of(filter)))
                .toList();
    }

    /** Numbers HubSpot could not read have no derived digits: the usual spellings, and the last words of the national one. */
    private static List<Group> written(PhoneNumber phone) {
        List<String> spellings = new ArrayList<>(phone.spellings());
        spellings.add("00" + phone.digits());
        List<String> lowerCase =
                spellings.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
        List<String> words = Arrays.stream(spellings.get(1).split("\\D+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> last = words.subList(Math.max(0, words.size() - 2), words.size());
        return Stream.of("phone", "mobilephone")
                .flatMap(property -> Stream.of(
                        new Group(List.of(Filter.in(property, lowerCase))),
                        new Group(last.stream()
                                .map(word -> Filter.token(property, word))
                                .toList())))
                .toList();
    }

    private Map<String, String> values(CreateContact command) {
        Map<String, String> values = new LinkedHashMap<>();
        String name = command.name() == null ? "" : command.name().strip();
        int space = name.lastIndexOf(' ');
        put(values, "firstname", space < 0 ? name : name.substring(0, space).strip());
        put(values, "lastname", space < 0 ? "" : name.substring(space + 1));
        if (command.email() != null) {
            values.put("email", command.email().value());
        }
        if (command.phone() != null) {
            values.put("phone", command.phone().e164());
            if (account.hasUnique(TYPE, KEY)) {
                values.put(KEY, command.phone().e164());
            }
        }
        values.put("lifecyclestage", "lead");
        if (defaults.ownerId() != null) {
            values.put("hubspot_owner_id", defaults.ownerId());
        }
        return values;
    }

    private static void put(Map<String, String> values, String property, String value) {
        if (!value.isEmpty()) {
            values.put(property, value);
        }
    }

    private static String nameOf(CreateContact command) {
        String name = command.name() == null ? "" : command.name().strip();
        return Stream.of(
                        name,
                        command.phone() == null ? "" : command.phone().e164(),
                        command.email() == null ? "" : command.email().value())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static Contact contact(CrmObject object) {
        String name = Stream.of(object.property("firstname"), object.property("lastname"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        String phone = object.property("phone") == null ? object.property("mobilephone") : object.property("phone");
        String shown = Stream.of(name, object.property("email"), phone, object.id())
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse(object.id());
        return new Contact(
                object.id(),
                object.property("firstname"),
                shown,
                object.property("email"),
                phone,
                object.property("associatedcompanyid"));
    }
}
