package dev.switchboard.crm.hubspot;

import dev.switchboard.crm.hubspot.HubspotJson.BatchRead;
import dev.switchboard.crm.hubspot.HubspotJson.CrmObject;
import dev.switchboard.crm.hubspot.HubspotJson.Group;
import dev.switchboard.crm.hubspot.HubspotJson.Reference;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One customer's HubSpot: its version, its custom properties, its stages, its people. */
final class HubspotAccount {
    private static final int MOST_IN_A_BATCH = 100;

    private final HubspotApi api;
    private final String version;
    private final Map<String, Set<String>> properties = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> stages = new ConcurrentHashMap<>();
    private final Map<String, Optional<String>> owners = new ConcurrentHashMap<>();

    HubspotAccount(HubspotApi api, String version) {
        this.api = api;
        this.version = version;
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
            properties.remove(type);
            Map<String, String> fewer = new LinkedHashMap<>(values);
            fewer.remove(property);
            return create(type, fewer, associations);
        }
    }

    /** By a unique property; unlike a search it sees what was written just now. */
    Optional<CrmObject> byUnique(String type, String property, String value, List<String> wanted) {
        return api
                .batchRead(version, type, new BatchRead(List.of(new Reference(value)), wanted, property))
                .results()
                .stream()
                .findFirst();
    }

    /** The last hundred of them: ids grow. */
    List<CrmObject> read(String type, List<Reference> ids, List<String> wanted) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Reference> last = ids.subList(Math.max(0, ids.size() - MOST_IN_A_BATCH), ids.size());
        return api.batchRead(version, type, new BatchRead(last, wanted, null)).results();
    }

    /** The ids of what is associated with a contact, ascending; unlike a search it sees what was written just now. */
    List<Reference> associated(String contactId, String type) {
        HubspotJson.AssociatedOf of = new HubspotJson.AssociatedOf(List.of(new Reference(contactId)));
        return api.associated(version, type, of).results().stream()
                .flatMap(result -> result.to().stream())
                .map(HubspotJson.Target::toObjectId)
                .distinct()
                .sorted()
                .map(id -> new Reference(Long.toString(id)))
                .toList();
    }

    /** Whether an administrator has made this custom property; no, when we may not ask. */
    boolean has(String type, String property) {
        Set<String> known = properties.get(type);
        if (known == null) {
            known = unlessWithheld(
                    () -> api.properties(version, type).results().stream()
                            .map(HubspotJson.Property::name)
                            .collect(Collectors.toSet()),
                    Set.of());
            properties.put(type, known);
        }
        return known.contains(property);
    }

    /** What a stage of tickets or deals is called. */
    String stage(String type, String id) {
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
        Optional<String> known = owners.get(id);
        if (known == null) {
            known = unlessWithheld(() -> name(api.owner(version, id)), Optional.empty());
            owners.put(id, known);
        }
        return known;
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
