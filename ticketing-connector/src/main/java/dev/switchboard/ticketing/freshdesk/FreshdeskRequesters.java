package dev.switchboard.ticketing.freshdesk;

import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.OpenTicket;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contacts: found by address or number, made when a ticket needs them. */
final class FreshdeskRequesters {
    private static final String UNKNOWN = "Unknown caller";
    private static final String DELETED = "deleted";
    /** Without the quotes around it. */
    private static final int LONGEST_QUERY = 510;

    private final FreshdeskApi api;

    FreshdeskRequesters(FreshdeskApi api) {
        this.api = api;
    }

    Optional<FreshdeskJson.Contact> find(EmailAddress email) {
        return byEmail(email.value(), null);
    }

    /**
     * The one contact with the number. Numbers are compared as they are stored, and phone and mobile are two fields. Ours are
     * E.164 and found at once; for what people typed one search asks all spellings, as each would be a call of the account's few.
     */
    Optional<FreshdeskJson.Contact> find(PhoneNumber phone) {
        List<FreshdeskJson.Contact> exact = Stream.concat(
                        api.contacts(null, phone.e164(), null, null, null).stream(),
                        api.contacts(null, null, phone.e164(), null, null).stream())
                .distinct()
                .toList();
        List<FreshdeskJson.Contact> found = exact.isEmpty() ? typed(phone) : exact;
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Whom an earlier attempt of the command opened its ticket for. */
    Optional<Long> knownFor(OpenTicket command) {
        return named(command)
                .or(() -> command.email() != null ? Optional.empty() : byExternalId(externalId(command), null))
                .map(FreshdeskJson.Contact::id);
    }

    /** Whom the ticket is from; empty when the address is an agent's, which makes no contact. */
    Optional<Long> idFor(OpenTicket command) {
        return named(command).map(FreshdeskJson.Contact::id).or(() -> make(command));
    }

    private Optional<FreshdeskJson.Contact> named(OpenTicket command) {
        EmailAddress email = command.email();
        PhoneNumber phone = command.phone();
        return (email == null ? Optional.<FreshdeskJson.Contact>empty() : find(email))
                .or(() -> phone == null ? Optional.empty() : find(phone));
    }

    private Optional<Long> make(OpenTicket command) {
        String email = command.email() == null ? null : command.email().value();
        String phone = command.phone() == null ? null : command.phone().e164();
        String said = command.requesterName();
        String name = said != null && !said.isBlank() ? said : email != null ? email : phone != null ? phone : UNKNOWN;
        String externalId = email == null ? externalId(command) : null;
        try {
            return Optional.of(api.createContact(new FreshdeskJson.NewContact(name, email, phone, externalId))
                    .id());
        } catch (IntegrationException refused) {
            if (!(refused.failure() instanceof Failure.Invalid invalid
                    && "duplicate_value".equals(invalid.vendorCode()))) {
                throw refused;
            }
            return holder(email, externalId);
        }
    }

    /** Somebody was quicker; or a deleted contact still holds the address, and comes back; or an agent does. */
    private Optional<Long> holder(@Nullable String email, @Nullable String externalId) {
        return held(email, externalId, null).map(FreshdeskJson.Contact::id).or(() -> {
            Optional<Long> deleted = held(email, externalId, DELETED).map(FreshdeskJson.Contact::id);
            deleted.ifPresent(api::restoreContact);
            return deleted;
        });
    }

    private Optional<FreshdeskJson.Contact> held(
            @Nullable String email, @Nullable String externalId, @Nullable String state) {
        return email != null
                ? byEmail(email, state)
                : externalId == null ? Optional.empty() : byExternalId(externalId, state);
    }

    private Optional<FreshdeskJson.Contact> byEmail(String email, @Nullable String state) {
        return api.contacts(email, null, null, null, state).stream()
                .filter(contact -> email.equalsIgnoreCase(contact.email()))
                .findFirst();
    }

    private Optional<FreshdeskJson.Contact> byExternalId(String externalId, @Nullable String state) {
        return api.contacts(null, null, null, externalId, state).stream().findFirst();
    }

    private List<FreshdeskJson.Contact> typed(PhoneNumber phone) {
        List<String> spellings = spellings(phone);
        String query = "";
        for (String spelling : spellings) {
            String longer =
                    query + (query.isEmpty() ? "" : " OR ") + "phone:'" + spelling + "' OR mobile:'" + spelling + "'";
            query = longer.length() <= LONGEST_QUERY ? longer : query;
        }
        return api.searchContacts("\"" + query + "\"").results().stream()
                .filter(contact -> among(spellings, contact.phone()) || among(spellings, contact.mobile()))
                .toList();
    }

    /** The usual ones first: the others are left out when the query gets too long. */
    private static List<String> spellings(PhoneNumber phone) {
        List<String> usual = phone.spellings();
        String groups = usual.get(1).replaceAll("[^0-9]+", " ").strip();
        Stream<String> grouped =
                Stream.of(groups.replace(' ', '-'), groups.replace(" ", ""), groups, groups.replace(' ', '.'));
        return Stream.of(usual.stream().skip(1), grouped, Stream.of("00" + phone.digits()))
                .flatMap(some -> some)
                .distinct()
                .toList();
    }

    private static boolean among(List<String> spellings, @Nullable String stored) {
        return stored != null && spellings.contains(stored);
    }

    /**
     * Numbers are not unique in Freshdesk, external ids are: a caller who has only a number is made once. Who withheld it is
     * nobody else's contact.
     */
    private static String externalId(OpenTicket command) {
        PhoneNumber phone = command.phone();
        return phone == null ? "switchboard-" + command.key().value() : "switchboard-phone-" + phone.digits();
    }
}
