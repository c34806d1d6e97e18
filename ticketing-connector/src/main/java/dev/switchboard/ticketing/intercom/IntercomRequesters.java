package dev.switchboard.ticketing.intercom;

import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.OpenTicket;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Contacts: found by address or number, made when a ticket needs them. */
final class IntercomRequesters {
    private static final String USER = "user";
    private static final int LONGEST_NAME = 255;
    private static final String UNKNOWN = "Unknown caller";
    /** Who was seen last of the users; leads, which Intercom makes at every visit, after all users. */
    private static final Comparator<IntercomJson.Contact> BEST = Comparator.comparing(IntercomRequesters::isUser)
            .thenComparingLong(contact -> contact.lastSeenAt() == null ? 0L : contact.lastSeenAt());

    private final IntercomApi api;

    IntercomRequesters(IntercomApi api) {
        this.api = api;
    }

    Optional<IntercomJson.Contact> find(EmailAddress email) {
        return api.searchContacts(IntercomSearch.of(email)).data().stream()
                .filter(contact -> email.value().equalsIgnoreCase(contact.email()))
                .max(BEST);
    }

    /** The one contact with the number: a user rather than leads, and nobody when several share it. */
    Optional<IntercomJson.Contact> find(PhoneNumber phone) {
        List<IntercomJson.Contact> all = having(phone);
        List<IntercomJson.Contact> users =
                all.stream().filter(IntercomRequesters::isUser).toList();
        List<IntercomJson.Contact> found = users.isEmpty() ? all : users;
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Whom an earlier attempt of the command opened its ticket for. */
    Optional<String> knownFor(OpenTicket command) {
        return named(command)
                .or(() -> command.email() == null ? byExternalId(externalId(command)) : Optional.empty())
                .map(IntercomJson.Contact::id);
    }

    /** Whom the ticket is from: the best of those who fit, made when nobody does. */
    String idFor(OpenTicket command) {
        return named(command).map(IntercomJson.Contact::id).orElseGet(() -> make(command));
    }

    private Optional<IntercomJson.Contact> named(OpenTicket command) {
        EmailAddress email = command.email();
        PhoneNumber phone = command.phone();
        return (email == null ? Optional.<IntercomJson.Contact>empty() : find(email))
                .or(() -> phone == null
                        ? Optional.empty()
                        : having(phone).stream().max(BEST));
    }

    /** In the index, which is behind; who was made for the number a moment ago has it in the external id. */
    private List<IntercomJson.Contact> having(PhoneNumber phone) {
        List<IntercomJson.Contact> found = api.searchContacts(IntercomSearch.of(phone)).data().stream()
                .filter(contact -> contact.phone() != null && isWritten(phone, contact.phone()))
                .toList();
        return found.isEmpty() ? byExternalId(externalId(phone)).stream().toList() : found;
    }

    private static boolean isWritten(PhoneNumber phone, String stored) {
        return phone.writtenAs(stored) || stored.replaceAll("\\D", "").equals("00" + phone.digits());
    }

    /** A user, also with nothing but a number: users are unique by external id, leads by nothing. */
    private String make(OpenTicket command) {
        String email = command.email() == null ? null : command.email().value();
        String phone = command.phone() == null ? null : command.phone().e164();
        String said = command.requesterName();
        String name = said != null && !said.isBlank()
                ? cut(said.strip())
                : email != null ? email : phone != null ? phone : UNKNOWN;
        String externalId = email == null ? externalId(command) : null;
        try {
            return make(new IntercomJson.NewContact(USER, externalId, email, phone, name));
        } catch (IntegrationException refused) {
            // Numbers that are possible but not given out are refused; the name and the external id keep it.
            if (phone == null
                    || !(refused.failure() instanceof Failure.Invalid invalid && "phone".equals(invalid.field()))) {
                throw refused;
            }
            return make(new IntercomJson.NewContact(USER, externalId, email, null, name));
        }
    }

    private static String cut(String name) {
        int end = Math.min(name.length(), LONGEST_NAME);
        return name.substring(0, end > 0 && Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end);
    }

    private String make(IntercomJson.NewContact contact) {
        try {
            return api.createContact(contact).id();
        } catch (IntegrationException refused) {
            return IntercomFailures.inTheWay(refused.failure())
                    .map(this::adopted)
                    .orElseThrow(() -> refused);
        }
    }

    /** Somebody was quicker, or the search was behind; or an archived contact holds the address, and comes back. */
    private String adopted(IntercomFailures.InTheWay contact) {
        if (contact.archived()) {
            api.unarchiveContact(contact.id());
        }
        return contact.id();
    }

    private Optional<IntercomJson.Contact> byExternalId(String externalId) {
        try {
            return Optional.of(api.contactByExternalId(externalId));
        } catch (IntegrationException absent) {
            if (absent.failure() instanceof Failure.NotFound) {
                return Optional.empty();
            }
            throw absent;
        }
    }

    private static boolean isUser(IntercomJson.Contact contact) {
        return USER.equals(contact.role());
    }

    /** Who withheld the number is nobody else's contact. */
    private static String externalId(OpenTicket command) {
        @Nullable PhoneNumber phone = command.phone();
        return phone == null ? "switchboard-" + command.key().value() : externalId(phone);
    }

    private static String externalId(PhoneNumber phone) {
        return "switchboard-phone-" + phone.digits();
    }
}
