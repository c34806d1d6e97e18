package dev.switchboard.crm.hubspot;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What travels between HubSpot and us. Every property's value is a string. */
final class HubspotJson {
    private HubspotJson() {}

    record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}

    record Search(List<Group> filterGroups, List<String> properties, List<String> sorts, int limit) {}

    record Group(List<Filter> filters) {}

    @JsonInclude(Include.NON_NULL)
    record Filter(
            String propertyName,
            String operator,
            @Nullable String value,
            @Nullable List<String> values) {
        static Filter equal(String property, String value) {
            return new Filter(property, "EQ", value, null);
        }

        static Filter token(String property, String word) {
            return new Filter(property, "CONTAINS_TOKEN", word, null);
        }

        static Filter in(String property, List<String> values) {
            return new Filter(property, "IN", null, values);
        }
    }

    record Objects(List<CrmObject> results, @Nullable List<Problem> errors) {}

    /** What went wrong with some of a batch. */
    record Problem(@Nullable String category) {
        boolean saysNotFound() {
            return category == null || category.equals("OBJECT_NOT_FOUND");
        }
    }

    record CrmObject(
            String id,
            @Nullable Map<String, @Nullable String> properties,
            @Nullable Map<String, Links> associations,
            @Nullable Instant createdAt) {
        /** Null when the property is empty, not asked for, or not there. */
        @Nullable
        String property(String name) {
            String value = properties == null ? null : properties.get(name);
            return value == null || value.isBlank() ? null : value;
        }

        /** The ids of associated objects of a type. */
        List<Reference> associated(String type) {
            Links links = associations == null ? null : associations.get(type);
            return links == null
                    ? List.of()
                    : links.results().stream().distinct().toList();
        }
    }

    record Links(List<Reference> results) {}

    record Reference(String id) {}

    @JsonInclude(Include.NON_NULL)
    record BatchRead(
            List<Reference> inputs,
            List<String> properties,
            @Nullable String idProperty) {}

    record Create(Map<String, String> properties, List<Association> associations) {}

    record Association(Reference to, List<AssociationType> types) {
        static Association of(String id, int typeId) {
            return new Association(new Reference(id), List.of(new AssociationType("HUBSPOT_DEFINED", typeId)));
        }
    }

    record AssociationType(String associationCategory, int associationTypeId) {}

    record AssociatedOf(List<AssociatedFrom> inputs) {}

    /** {@code after} is null for the first page. */
    @JsonInclude(Include.NON_NULL)
    record AssociatedFrom(String id, @Nullable String after) {}

    record Associated(List<AssociatedTo> results, @Nullable List<Problem> errors) {}

    record AssociatedTo(List<Target> to, @Nullable Paging paging) {
        /** Where the next page begins; null on the last. */
        @Nullable
        String next() {
            return paging == null || paging.next() == null
                    ? null
                    : paging.next().after();
        }
    }

    record Paging(@Nullable Next next) {}

    record Next(String after) {}

    record Target(long toObjectId) {}

    record Properties(List<Property> results) {}

    record Property(String name, boolean hasUniqueValue) {}

    record Pipelines(List<Pipeline> results) {}

    record Pipeline(List<Stage> stages) {}

    record Stage(String id, String label) {}

    record Owner(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email) {}

    /** One event of a webhook. Of an association the object that it goes out from stands elsewhere. */
    record Changed(
            @Nullable String subscriptionType,
            @JsonAlias("fromObjectId") @Nullable Long objectId,
            @JsonAlias("fromObjectTypeId") @Nullable String objectTypeId,
            @Nullable String propertyName,
            @Nullable Long primaryObjectId,
            @Nullable List<@Nullable Long> mergedObjectIds,
            @Nullable Long newObjectId,
            long portalId,
            long subscriptionId,
            long eventId,
            long occurredAt) {}
}
