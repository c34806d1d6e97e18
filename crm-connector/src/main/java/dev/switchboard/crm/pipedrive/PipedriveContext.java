package dev.switchboard.crm.pipedrive;

import dev.switchboard.crm.pipedrive.PipedriveJson.Deal;
import dev.switchboard.crm.pipedrive.PipedriveJson.Field;
import dev.switchboard.crm.pipedrive.PipedriveJson.Person;
import dev.switchboard.crm.pipedrive.PipedriveJson.Scheduled;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.CustomerContext;
import dev.switchboard.integration.port.CustomerContext.Item;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is going on with a person: their deals, whatever became of them, what somebody still has to do for them, and what was noted
 * about them.
 */
final class PipedriveContext {
    private static final int MOST = 5;
    /** How a note begins in which a long transcript of ours goes on. */
    private static final String CONTINUED = "\\([0-9]+ of [0-9]+\\)";

    private final PipedriveAccount account;

    PipedriveContext(PipedriveAccount account) {
        this.account = account;
    }

    CustomerContext of(Contact contact) {
        Person person = account.api().person(contact.id()).data();
        Long owner = person.ownerId();
        return new CustomerContext(
                company(person), segment(person), owner == null ? null : account.userName(owner), recent(contact.id()));
    }

    private @Nullable String company(Person person) {
        Long id = person.organizationId();
        return id == null
                ? null
                : PipedriveAccount.unlessHidden(
                                () -> account.api().organization(id).data().name())
                        .orElse(null);
    }

    /** The custom field where there is one, else the first label. */
    private @Nullable String segment(Person person) {
        Optional<String> custom = account.segment().flatMap(field -> named(field, person.custom(field.code())));
        List<Integer> labels = person.labelIds();
        if (custom.isPresent() || labels == null || labels.isEmpty()) {
            return custom.orElse(null);
        }
        return account.field(PipedriveAccount.LABELS)
                .flatMap(field -> named(field, labels.getFirst().toString()))
                .orElse(null);
    }

    private static Optional<String> named(Field field, @Nullable String value) {
        return Optional.ofNullable(value).map(known -> PipedriveAccount.label(field, known));
    }

    private List<Item> recent(String personId) {
        Stream<Dated> deals = account.api().deals(personId, "update_time", "desc", MOST).data().stream()
                .map(PipedriveContext::dated);
        Stream<Dated> tasks =
                account.api().activities(personId, false, null, "update_time", "desc", MOST).data().stream()
                        .map(PipedriveContext::dated);
        List<Item> work = Stream.concat(deals, tasks)
                .sorted(Comparator.comparing(Dated::at).reversed())
                .limit(MOST)
                .map(Dated::item)
                .toList();
        // Twenty tokens for what would not be told.
        return work.size() == MOST
                ? work
                : Stream.concat(work.stream(), notes(personId)).limit(MOST).toList();
    }

    /** The newest first; none where they are not ours to see. */
    private Stream<Item> notes(String personId) {
        return PipedriveAccount.unlessHidden(() -> account.api()
                        .notes(personId, null, "add_time DESC", MOST)
                        .data())
                .orElse(List.of())
                .stream()
                .map(note -> PipedriveText.firstLine(or(note.content(), "")))
                .filter(line -> !line.matches(CONTINUED))
                .map(line -> or(line, "Note"))
                .map(line -> new Item(line, line, "note"));
    }

    private static Dated dated(Deal deal) {
        return new Dated(
                or(deal.updatedAt(), ""),
                new Item(Long.toString(deal.id()), or(deal.title(), "Deal " + deal.id()), or(deal.status(), "open")));
    }

    private static Dated dated(Scheduled task) {
        return new Dated(
                or(task.updatedAt(), ""),
                new Item(Long.toString(task.id()), or(task.subject(), "Activity " + task.id()), "planned"));
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** An item and when it last changed, in RFC 3339. */
    private record Dated(String at, Item item) {}
}
