package dev.switchboard.ticketing.servicenow;

import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.OpenTicket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Users or contacts: found by address or number, made when a ticket needs them and we may. */
final class ServicenowRequesters {
    private static final List<String> NUMBERS = List.of("phone", "mobile_phone", "home_phone");
    private static final int FEW = 5;
    private static final int MANY = 100;
    private static final int TRAILING_DIGITS = 4;

    private final ServicenowApi api;
    private final String table;

    ServicenowRequesters(ServicenowApi api, String table) {
        this.api = api;
        this.table = table;
    }

    Optional<ServicenowJson.Person> find(EmailAddress email) {
        return ServicenowQuery.equal("email", email.value())
                .map(query -> people(query, FEW, person -> email.value().equalsIgnoreCase(person.email())))
                .flatMap(people -> people.stream().findFirst());
    }

    /** The one person with the number. */
    Optional<ServicenowJson.Person> find(PhoneNumber phone) {
        List<ServicenowJson.Person> found = numbered(phone);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /**
     * Whom the ticket is from. Of several people with the number the one of the caller's name, and nobody new; empty also when we
     * may not make people.
     */
    Optional<ServicenowJson.Person> of(OpenTicket command) {
        EmailAddress email = command.email();
        PhoneNumber phone = command.phone();
        Optional<ServicenowJson.Person> addressed = email == null ? Optional.empty() : find(email);
        if (addressed.isPresent() || (email == null && phone == null)) {
            return addressed;
        }
        List<ServicenowJson.Person> numbered = phone == null ? List.of() : numbered(phone);
        if (numbered.size() > 1) {
            List<ServicenowJson.Person> called = numbered.stream()
                    .filter(person -> command.requesterName() != null
                            && command.requesterName().strip().equalsIgnoreCase(person.name()))
                    .toList();
            return called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty();
        }
        return numbered.isEmpty() ? make(command.requesterName(), email, phone) : Optional.of(numbered.getFirst());
    }

    /** Numbers are free text. The usual spellings first; then whatever ends alike, compared as numbers. */
    private List<ServicenowJson.Person> numbered(PhoneNumber phone) {
        List<ServicenowJson.Person> exact = ServicenowQuery.anyIn(NUMBERS, spellings(phone))
                .map(query -> people(query, FEW, person -> has(person, phone)))
                .orElse(List.of());
        if (!exact.isEmpty()) {
            return exact;
        }
        String tail = phone.digits().substring(phone.digits().length() - TRAILING_DIGITS);
        return people(
                        ServicenowQuery.anyEndingIn(NUMBERS, tail),
                        MANY,
                        person -> numbers(person).anyMatch(number -> number.endsWith(tail)))
                .stream()
                .filter(person -> has(person, phone))
                .toList();
    }

    /**
     * Active people that the query selects. A part of a query that names a column we may not read is ignored, and then anybody is
     * selected: whoever does not match shows that, and nobody is taken for the caller.
     */
    private List<ServicenowJson.Person> people(
            ServicenowQuery query, int limit, Predicate<ServicenowJson.Person> matches) {
        String asked = query.and("active", "true").oldestFirst().text();
        List<ServicenowJson.Person> people =
                api.people(table, asked, ServicenowJson.Person.FIELDS, limit).complete();
        ServicenowRows.check(people, matches);
        return people;
    }

    /** User names are unique, so the same caller is made once, whoever else makes them at this moment. */
    private Optional<ServicenowJson.Person> make(
            @Nullable String said, @Nullable EmailAddress email, @Nullable PhoneNumber phone) {
        String userName = email == null ? "switchboard-phone-" + digits(phone) : "switchboard-mail-" + digest(email);
        String name =
                said != null && !said.isBlank() ? said.strip() : email == null ? "+" + digits(phone) : email.value();
        int last = name.lastIndexOf(' ');
        Map<String, String> person = new LinkedHashMap<>();
        person.put("user_name", userName);
        person.put("first_name", last < 0 ? "" : name.substring(0, last).strip());
        person.put("last_name", name.substring(last + 1));
        if (email != null) {
            person.put("email", email.value());
        }
        if (phone != null) {
            person.put("mobile_phone", phone.e164());
        }
        try {
            return Optional.of(made(person));
        } catch (IntegrationException refused) {
            Optional<ServicenowJson.Person> quicker = refusedAsDouble(refused) ? named(userName) : Optional.empty();
            if (quicker.isEmpty() && !(refused.failure() instanceof Failure.Forbidden)) {
                throw refused;
            }
            return quicker;
        }
    }

    private ServicenowJson.Person made(Map<String, String> person) {
        if (table.equals(TicketTable.CASE.people())) {
            String sysId = api.createContact(person).complete().sysId();
            return new ServicenowJson.Person(sysId, null, null, null, null, null, null, null, null);
        }
        return api.createUser(ServicenowJson.Person.FIELDS, person).complete();
    }

    /** Whether active or not. */
    private Optional<ServicenowJson.Person> named(String userName) {
        String query = ServicenowQuery.equal("user_name", userName)
                .orElseThrow()
                .oldestFirst()
                .text();
        List<ServicenowJson.Person> people =
                api.people(table, query, ServicenowJson.Person.FIELDS, FEW).complete();
        ServicenowRows.check(people, person -> userName.equalsIgnoreCase(person.userName()));
        return people.stream().findFirst();
    }

    private static boolean refusedAsDouble(IntegrationException refused) {
        return refused.failure() instanceof Failure.Forbidden || refused.failure() instanceof Failure.Invalid;
    }

    /** Some spellings, such as digits without a plus, are only this number because somebody wrote exactly that. */
    private static boolean has(ServicenowJson.Person person, PhoneNumber phone) {
        List<String> spellings = spellings(phone);
        return numbers(person)
                .anyMatch(number -> spellings.contains(number)
                        || phone.writtenAs(number)
                        || phone.writtenAs(number.replaceFirst("^00", "+")));
    }

    private static List<String> spellings(PhoneNumber phone) {
        return Stream.concat(phone.spellings().stream(), Stream.of("00" + phone.digits()))
                .toList();
    }

    private static Stream<String> numbers(ServicenowJson.Person person) {
        return Stream.of(person.phone(), person.mobilePhone(), person.homePhone())
                .flatMap(Stream::ofNullable)
                .map(String::strip)
                .filter(number -> !number.isEmpty());
    }

    private static String digits(@Nullable PhoneNumber phone) {
        return phone == null ? "" : phone.digits();
    }

    /** Addresses may be longer than user names. */
    private static String digest(EmailAddress email) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(email.value().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 10);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
