package dev.switchboard.ticketing.freshdesk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What travels. Freshdesk refuses keys it does not know and numbers written as text, so requests are typed and no wider than needed. */
final class FreshdeskJson {
    private FreshdeskJson() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Agent(@JsonProperty(required = true) long id) {}

    /** Either {@code requesterId} or {@code email}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewTicket(
            String subject,
            String description,
            @JsonProperty("requester_id") @Nullable Long requesterId,
            @Nullable String email,
            int status,
            int priority,
            @Nullable Integer source,
            List<String> tags,
            @JsonProperty("custom_fields") Map<String, String> customFields,
            @JsonProperty("group_id") @Nullable Long groupId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Ticket(
            @JsonProperty(required = true) long id,
            @Nullable String subject,
            int status,
            boolean deleted,

            @JsonProperty("custom_fields") @Nullable Map<String, Object> customFields,

            @JsonProperty("updated_at") @Nullable Instant updatedAt) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record FoundTickets(@JsonProperty(required = true) List<Ticket> results) {}

    record NewNote(String body, @JsonProperty("private") boolean hidden) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Note(
            @JsonProperty(required = true) long id,
            @JsonProperty("body_text") @Nullable String bodyText) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewContact(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @JsonProperty("unique_external_id") @Nullable String externalId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contact(
            @JsonProperty(required = true) long id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String mobile,

            @JsonProperty("created_at") @Nullable Instant createdAt,

            @JsonProperty("updated_at") @Nullable Instant updatedAt) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record FoundContacts(@JsonProperty(required = true) List<Contact> results) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Article(
            @JsonProperty(required = true) long id,
            @Nullable String title,
            @JsonProperty("description_text") @Nullable String text,
            int status,
            @JsonProperty("folder_id") long folderId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Folder(@JsonProperty(required = true) int visibility) {}
}
