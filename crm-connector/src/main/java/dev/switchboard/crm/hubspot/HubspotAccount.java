package dev.switchboard.crm.hubspot;

import dev.switchboard.crm.hubspot.HubspotJson.AssociatedTo;
import dev.switchboard.crm.hubspot.HubspotJson.BatchRead;
import dev.switchboard.crm.hubspot.HubspotJson.CrmObject;
import dev.switchboard.crm.hubspot.HubspotJson.Group;
import dev.switchboard.crm.hubspot.HubspotJson.Reference;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One customer's HubSpot: its version, its custom properties, its stages, its people. */
final class HubspotAccount {
    private static final int MOST_IN_A_BATCH = 100;
    /** An administrator who makes a property or renames a stage need not restart us. */
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofHours(1);

    private final HubspotApi api;
    private final String version;
    private final Clock clock;
    private final Map<String, Set<String>> uniqueProperties = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> stages = new ConcurrentHashMap<>();
    private final Map<String, Optional<String>> owners = new ConcurrentHashMap<>();
    private volatile Instant askedSince;

    HubspotAccount(HubspotApi api, String version, Clock clock) {
        this.api = api;
        this.version = version;
        this.clock = clock;
        this.askedSince = clock.instant();
    }

    /** Needs the scope that everything else needs, too. */
    void ping() {
        api.contacts(version, 1);
    }

    CrmObject contact(String id, List<String> wanted, List<String> associations) {
        return api.contact(version, id, String.join(",", wanted), String.join(",", associations));
    }

    List<CrmObject> search(List<Group> either, List<String> wanted, int limit) {
        return api.search(version, new HubspotJson.Search(either, wanted, List.of("-lastmodifieddate"), limit))
                .results();
    }

    /** Without what is optional and the account refuses, one property after the other. */
    CrmObject create(String type, Map<String, String> values, List<HubspotJson.Association> associations) {
        try {
            return api.create(version, type, new HubspotJson.Create(values, associations));
        } catch (IntegrationException refused) {
            String property = HubspotFailures.refusedProperty(refused.failure())
                    .filter(HubspotDefaults.OPTIONAL::contains)
                    .filter(values::containsKey)
                    .orElseThrow(() -> refused);
            uniqueProperties.remove(type);
            Map<String, String> fewer = new LinkedHashMap<>(values);
            fewer.remove(property);
            return create(type, fewer, associations);
        }
    }

    /** By a unique property; unlike a search it sees what was written just now. */
    Optional<CrmObject> byUnique(String type, String property, String value, List<String> wanted) {
        return read(type, new BatchRead(List.of(new Reference(value)), wanted, property)).stream()
                .findFirst();
    }

    /** The last hundred of them: ids grow. */
    List<CrmObject> read(String type, List<Reference> ids, List<String> wanted) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Reference> last = ids.subList(Math.max(0, ids.size() - MOST_IN_A_BATCH), ids.size());
        return read(type, new BatchRead(last, wanted, null));
    }

    private List<CrmObject> read(String type, BatchRead wish) {
        HubspotJson.Objects answer = api.batchRead(version, type, wish);
        complete(answer.errors());
        return answer.results();
    }

    /** A 207 answers a part. What could not be looked for must not pass for what is not there: it would be made a second time. */
    private static void complete(@Nullable List<HubspotJson.Problem> errors) {
        if (errors != null && errors.stream().anyMatch(problem -> !problem.saysNotFound())) {
            throw new IntegrationException("hubspot", "batch", new Failure.Unavailable(207, false, null));
        }
    }

    /** The ids of what is associated with a contact, ascending; unlike a search it sees what was written just now. */
    List<Reference> associated(String contactId, String type) {
        SortedSet<Long> ids = new TreeSet<>();
        String after = null;
        do {
            List<AssociatedTo> page = associated(contactId, type, after);
            page.forEach(from -> from.to().forEach(target -> ids.add(target.toObjectId())));
            after = page.isEmpty() ? null : page.getFirst().next();
        } while (after != null);
        return ids.stream().map(id -> new Reference(Long.toString(id))).toList();
    }

    private List<AssociatedTo> associated(String contactId, String type, @Nullable String after) {
        HubspotJson.AssociatedOf of =
                new HubspotJson.AssociatedOf(List.of(new HubspotJson.AssociatedFrom(contactId, after)));
        HubspotJson.Associated answer = api.associated(version, type, of);
        complete(answer.errors());
        return answer.results();
    }

    /**
     * Whether an administrator has made this custom property with unique values; no, when we may not ask. Without unique values
     * nothing can be found by it, and it keeps nobody from making a second one.
     */
    boolean hasUnique(String type, String property) {
        forgetWhatIsOld();
        Set<String> known = uniqueProperties.get(type);
        if (known == null) {
            known = unlessWithheld(
                    () -> api.properties(version, type).results().stream()
                            .filter(HubspotJson.Property::hasUniqueValue)
                            .map(HubspotJson.Property::name)
                            .collect(Collectors.toSet()),
                    Set.of());
            uniqueProperties.put(type, known);
        }
        return known.contains(property);
    }

    /** What a stage of tickets or deals is called. */
    String stage(String type, String id) {
        forgetWhatIsOld();
        Map<String, String> known = stages.get(type);
        if (known == null) {
            known = unlessWithheld(
                    () -> api.pipelines(version, type).results().stream()
                            .flatMap(pipeline -> pipeline.stages().stream())
                            .collect(Collectors.toMap(
                                    HubspotJson.Stage::id, HubspotJson.Stage::label, (one, same) -> one)),
                    Map.of());
            stages.put(type, known);
        }
        return known.getOrDefault(id, id);
    }

    /** Who that is; empty when they have left, or we may not ask. */
    Optional<String> owner(String id) {
        forgetWhatIsOld();
        Optional<String> known = owners.get(id);
        if (known == null) {
            known = unlessWithheld(() -> name(api.owner(version, id)), Optional.empty());
            owners.put(id, known);
        }
        return known;
    }

    private void forgetWhatIsOld() {
        Instant now = clock.instant();
        if (askedSince.plus(ASKED_AGAIN_AFTER).isBefore(now)) {
            askedSince = now;
            uniqueProperties.clear();
            stages.clear();
            owners.clear();
        }
    }

    private static Optional<String> name(HubspotJson.Owner owner) {
        String name = Stream.of(owner.firstName(), owner.lastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? Optional.ofNullable(owner.email()) : Optional.of(name);
    }

    private static <T> T unlessWithheld(Supplier<T> asked, T otherwise) {
        try {
            return asked.get();
        } catch (IntegrationException refused) {
            if (refused.failure() instanceof Failure.Forbidden || refused.failure() instanceof Failure.NotFound) {
                return otherwise;
            }
            throw refused;
        }
    }
}
