package dev.switchboard.ticketing.zendesk;

import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.OpenTicket;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People in Zendesk: found by address or number, made when a ticket needs them. */
final class ZendeskRequesters {
    /** Numbers stored without country code, or in a format Zendesk did not read, end in the same digits. */
    private static final int TRAILING_DIGITS = 9;

    private final ZendeskApi api;

    ZendeskRequesters(ZendeskApi api) {
        this.api = api;
    }

    Optional<ZendeskJson.User> find(EmailAddress email) {
        return api.searchUsers("email:\"" + email.value() + "\"").users().stream()
                .filter(user -> email.value().equalsIgnoreCase(user.email()))
                .findFirst();
    }

    /**
     * The one user with the number. The search is loose, so what it finds is compared as E.164. The digits are asked for without
     * plus: with it, encoded or not, accounts have been seen to find nobody.
     */
    Optional<ZendeskJson.User> find(PhoneNumber phone) {
        List<ZendeskJson.User> exact = api.searchUsers("phone:" + phone.digits()).users().stream()
                .filter(user -> has(user, phone) || alsoHas(user, phone))
                .limit(2)
                .toList();
        List<ZendeskJson.User> found = exact.isEmpty() ? endingIn(phone) : exact;
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Whom the ticket is from; null when nothing is known, which makes it the integration's own. */
    @Nullable
    Long idFor(OpenTicket command) {
        EmailAddress email = command.email();
        PhoneNumber phone = command.phone();
        Optional<ZendeskJson.User> known = (email == null ? Optional.<ZendeskJson.User>empty() : find(email))
                .or(() -> phone == null ? Optional.empty() : find(phone));
        if (known.isPresent()) {
            return known.get().id();
        }
        return email == null && phone == null
                ? null
                : make(command.requesterName(), email, phone).id();
    }

    /** Matched by address, or by our external id for callers who only have a number: Zendesk matches nobody by number. */
    private ZendeskJson.User make(@Nullable String name, @Nullable EmailAddress email, @Nullable PhoneNumber phone) {
        String number = phone == null ? null : phone.e164();
        String address = email == null ? null : email.value();
        String called = name != null && !name.isBlank() ? name : address != null ? address : String.valueOf(number);
        String externalId = email == null && phone != null ? "switchboard-phone-" + phone.digits() : null;
        ZendeskJson.NewUser user = new ZendeskJson.NewUser(called, address, number, externalId, true, "end-user");
        try {
            return api.createOrUpdateUser(new ZendeskJson.UserRequest(user)).user();
        } catch (IntegrationException refused) {
            return madeMeanwhile(refused, email).orElseThrow(() -> refused);
        }
    }

    private Optional<ZendeskJson.User> madeMeanwhile(IntegrationException refused, @Nullable EmailAddress email) {
        boolean duplicate =
                refused.failure() instanceof Failure.Invalid invalid && "DuplicateValue".equals(invalid.vendorCode());
        return duplicate && email != null ? find(email) : Optional.empty();
    }

    private List<ZendeskJson.User> endingIn(PhoneNumber phone) {
        return api.searchUsers("phone:*" + tail(phone)).users().stream()
                .filter(user -> has(user, phone))
                .toList();
    }

    private static boolean has(ZendeskJson.User user, PhoneNumber phone) {
        return user.phone() != null && phone.writtenAs(user.phone());
    }

    /** Found by a number that is not the one shown: people have more than one. */
    private boolean alsoHas(ZendeskJson.User user, PhoneNumber phone) {
        return api.identities(user.id()).identities().stream().anyMatch(identity -> is(identity, phone));
    }

    private static boolean is(ZendeskJson.Identity identity, PhoneNumber phone) {
        return "phone_number".equals(identity.type()) && identity.value() != null && phone.writtenAs(identity.value());
    }

    private static String tail(PhoneNumber phone) {
        String digits = phone.digits();
        return digits.substring(Math.max(0, digits.length() - TRAILING_DIGITS));
    }
}
