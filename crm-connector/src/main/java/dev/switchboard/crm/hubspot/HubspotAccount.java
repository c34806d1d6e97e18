package dev.switchboard.crm.hubspot;

import dev.switchboard.crm.hubspot.HubspotJson.BatchRead;
import dev.switchboard.crm.hubspot.HubspotJson.CrmObject;
import dev.switchboard.crm.hubspot.HubspotJson.Group;
import dev.switchboard.crm.hubspot.HubspotJson.Reference;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One customer's HubSpot: its version, its custom properties, its ticket stages. */
final class HubspotAccount {
    private static final int MOST_IN_A_BATCH = 100;

    private final HubspotApi api;
    private final String version;
    private final Map<String, Set<String>> properties = new ConcurrentHashMap<>();
    private volatile @Nullable Map<String, String> ticketStages;

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

    CrmObject create(String type, Map<String, String> values, List<HubspotJson.Association> associations) {
        return api.create(version, type, new HubspotJson.Create(values, associations));
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
            known = unlessForbidden(
                    () -> api.properties(version, type).results().stream()
                            .map(HubspotJson.Property::name)
                            .collect(Collectors.toSet()),
                    Set.of());
            properties.put(type, known);
        }
        return known.contains(property);
    }

    /** What a ticket's stage is called. */
    String ticketStage(String id) {
        Map<String, String> known = ticketStages;
        if (known == null) {
            known = unlessForbidden(
                    () -> api.ticketPipelines(version).results().stream()
                            .flatMap(pipeline -> pipeline.stages().stream())
                            .collect(Collectors.toMap(
                                    HubspotJson.Stage::id, HubspotJson.Stage::label, (one, same) -> one)),
                    Map.of());
            ticketStages = known;
        }
        return known.getOrDefault(id, id);
    }

    private static <T> T unlessForbidden(Supplier<T> asked, T otherwise) {
        try {
            return asked.get();
        } catch (IntegrationException refused) {
            if (refused.failure() instanceof Failure.Forbidden) {
                return otherwise;
            }
            throw refused;
        }
    }
}
