package dev.switchboard.crm.pipedrive;

import dev.switchboard.crm.pipedrive.PipedriveJson.Found;
import dev.switchboard.crm.pipedrive.PipedriveJson.Line;
import dev.switchboard.crm.pipedrive.PipedriveJson.NewPerson;
import dev.switchboard.crm.pipedrive.PipedriveJson.Person;
import dev.switchboard.crm.pipedrive.PipedriveJson.Result;
import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.CreateContact;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds and makes persons. The search compares numbers as they are stored, and is seconds behind; the list of those that changed last
 * is not, so it tells whom we have made just now.
 */
final class PipedrivePersons {
    private static final int MOST = 50;
    private static final int LARGEST_PAGE = 500;
    private static final int LONGEST_NAME = 255;
    /** As many of a number's last digits are the same in every spelling. */
    private static final int COMMON_DIGITS = 8;

    private static final Duration SEARCH_IS_BEHIND = Duration.ofMinutes(10);

    private final PipedriveAccount account;
    /** Two calls at once from one new number make one person. */
    private final ReentrantLock[] creating =
            Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);
    /** Whether the search was seen to find a number by its end. */
    private volatile boolean looksIntoNumbers;

    PipedrivePersons(PipedriveAccount account) {
        this.account = account;
    }

    /**
     * By its last digits in whatever spelling. Pipedrive does not promise that its search looks into a number. Until it was seen to,
     * the two spellings without any sign in them are asked for as well; from then on a number that nobody has costs one search.
     */
    List<Contact> byPhone(PhoneNumber phone) {
        String national = phone.nationalDigits();
        String last = national.substring(Math.max(0, national.length() - COMMON_DIGITS));
        List<Contact> found = search(last, phone, false);
        if (!found.isEmpty()) {
            looksIntoNumbers = true;
            return found;
        }
        if (looksIntoNumbers) {
            return List.of();
        }
        found = search(phone.e164(), phone, true);
        return found.isEmpty() ? search(national, phone, true) : found;
    }

    List<Contact> byEmail(EmailAddress email) {
        return search(email.value(), "email", true, found -> any(found.emails(), email.value()::equalsIgnoreCase))
                .map(PipedrivePersons::contact)
                .toList();
    }

    Contact create(CreateContact command) {
        ReentrantLock lock = creating[Math.floorMod(Objects.hash(command.phone(), command.email()), creating.length)];
        lock.lock();
        try {
            return madeJustNow(command).orElseGet(() -> theOnly(command, made(command)));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Nothing at Pipedrive keeps two replicas from making a person each. The one made first stays; whoever made the other one takes
     * it back.
     */
    private Contact theOnly(CreateContact command, Contact made) {
        Contact first = madeJustNow(command).orElse(made);
        if (!first.id().equals(made.id())) {
            PipedriveAccount.unlessHidden(() -> account.api().deletePerson(made.id()));
        }
        return first;
    }

    Optional<Contact> created(CreateContact command) {
        return madeJustNow(command).or(() -> {
            PhoneNumber phone = command.phone();
            EmailAddress email = command.email();
            List<Contact> found =
                    phone != null ? search(phone.e164(), phone, true) : byEmail(Objects.requireNonNull(email));
            return found.stream().findFirst();
        });
    }

    private Contact made(CreateContact command) {
        String phone = command.phone() == null ? null : command.phone().e164();
        String email = command.email() == null ? null : command.email().value();
        Map<String, String> custom = account.externalId()
                .map(field -> Map.of(field.code(), command.key().value()))
                .orElse(null);
        return contact(account.api()
                .createPerson(new NewPerson(
                        nameOf(command), line(email, "work"), line(phone, "mobile"), account.ownerId(), custom))
                .data());
    }

    /** The first of them, should there be several: whoever asks gets the same one. */
    private Optional<Contact> madeJustNow(CreateContact command) {
        String since = account.now()
                .minus(SEARCH_IS_BEHIND)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        return account.api().persons(since, "update_time", "desc", LARGEST_PAGE).data().stream()
                .filter(person -> isOf(command, person))
                .min(Comparator.comparingLong(Person::id))
                .map(PipedrivePersons::contact);
    }

    private static boolean isOf(CreateContact command, Person person) {
        PhoneNumber phone = command.phone();
        EmailAddress email = command.email();
        return phone != null
                ? any(values(person.phones()), phone::writtenAs)
                : any(values(person.emails()), Objects.requireNonNull(email).value()::equalsIgnoreCase);
    }

    /** The number as we write it before other spellings, then who has been there longest: the search tells nothing else. */
    private List<Contact> search(String term, PhoneNumber phone, boolean exact) {
        return search(term, "phone", exact, found -> any(found.phones(), phone::writtenAs))
                .sorted(Comparator.comparing((Found found) -> !any(found.phones(), phone.e164()::equals))
                        .thenComparingLong(Found::id))
                .map(PipedrivePersons::contact)
                .toList();
    }

    private Stream<Found> search(String term, String field, boolean exact, Predicate<Found> is) {
        return account.api().search(term, field, exact, MOST).data().items().stream()
                .map(Result::item)
                .filter(is);
    }

    private static String nameOf(CreateContact command) {
        String name = Stream.of(
                        command.name() == null ? "" : command.name().strip(),
                        command.phone() == null ? "" : command.phone().e164(),
                        command.email() == null ? "" : command.email().value())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow();
        return PipedriveText.line(name, LONGEST_NAME);
    }

    private static @Nullable List<Line> line(@Nullable String value, String label) {
        return value == null ? null : List.of(new Line(value, true, label));
    }

    private static Contact contact(Person person) {
        List<String> phones = values(person.phones());
        List<String> emails = values(person.emails());
        String name = shown(person.name(), phones, emails, person.id());
        Long organization = person.organizationId();
        return new Contact(
                Long.toString(person.id()),
                person.firstName() == null ? firstName(name, phones) : person.firstName(),
                name,
                first(emails),
                first(phones),
                organization == null ? null : organization.toString());
    }

    private static Contact contact(Found found) {
        List<String> phones = found.phones() == null ? List.of() : found.phones();
        List<String> emails = found.emails() == null ? List.of() : found.emails();
        String name = shown(found.name(), phones, emails, found.id());
        return new Contact(
                Long.toString(found.id()),
                firstName(name, phones),
                name,
                first(emails),
                first(phones),
                found.organization() == null
                        ? null
                        : Long.toString(found.organization().id()));
    }

    private static String shown(@Nullable String name, List<String> phones, List<String> emails, long id) {
        return Stream.of(name, first(phones), first(emails), Long.toString(id))
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElseThrow();
    }

    /** All but the last word, as Pipedrive itself divides names; null where a number stands for the name. */
    private static @Nullable String firstName(String name, Collection<String> phones) {
        if (phones.contains(name)) {
            return null;
        }
        int space = name.lastIndexOf(' ');
        return space < 0 ? name : name.substring(0, space).strip();
    }

    private static List<String> values(@Nullable List<Line> lines) {
        return lines == null
                ? List.of()
                : lines.stream().map(Line::value).filter(Objects::nonNull).toList();
    }

    private static boolean any(@Nullable List<String> values, Predicate<String> is) {
        return values != null && values.stream().anyMatch(is);
    }

    private static @Nullable String first(List<String> values) {
        return values.isEmpty() ? null : values.getFirst();
    }
}
