package dev.switchboard.ticketing.intercom;

import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.ticketing.intercom.IntercomJson.Filter;
import dev.switchboard.ticketing.intercom.IntercomJson.Group;
import dev.switchboard.ticketing.intercom.IntercomJson.Page;
import dev.switchboard.ticketing.intercom.IntercomJson.Search;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The searches we make. They are structured: a value can never become a part of the question. */
final class IntercomSearch {
    private static final String IS = "=";
    private static final String ENDS_IN = "$";
    private static final int TRAILING_DIGITS = 9;
    private static final int SOME = 50;
    /** A page cannot be larger. */
    private static final int MANY = 150;

    private IntercomSearch() {}

    /** Whose number is written in any of the ways people write it, or ends like it. */
    static Search of(PhoneNumber phone) {
        String digits = phone.digits();
        Stream<Filter> written = Stream.concat(phone.spellings().stream(), Stream.of("00" + digits))
                .map(spelling -> new Filter("phone", IS, spelling));
        Stream<Filter> ending = Stream.of(
                new Filter("phone", ENDS_IN, digits.substring(Math.max(0, digits.length() - TRAILING_DIGITS))));
        Stream<Filter> shown = phone.spellings().stream()
                .filter(spelling -> spelling.startsWith("+") && spelling.contains(" "))
                .map(spelling -> new Filter("formatted_phone", IS, spelling));
        return any(Stream.of(written, ending, shown).flatMap(filters -> filters).toList());
    }

    static Search of(EmailAddress email) {
        return one("email", email.value());
    }

    /** @param cursor where the page begins; null for the first */
    static Search ofTicketsSince(long epochSecond, @Nullable String cursor) {
        return new Search(new Filter("created_at", ">", String.valueOf(epochSecond)), new Page(MANY, cursor));
    }

    static Search ofTicketsOf(String contactId) {
        return new Search(new Filter("contact_ids", IS, contactId), new Page(MANY, null));
    }

    static Search ofTicketsWith(String attributeId, String value) {
        return one("ticket_attribute." + attributeId, value);
    }

    private static Search one(String field, String value) {
        return new Search(new Filter(field, IS, value), new Page(SOME, null));
    }

    private static Search any(List<Filter> filters) {
        return new Search(new Group("OR", filters), new Page(SOME, null));
    }
}
