package dev.switchboard.ticketing.intercom;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What travels. Ids are texts, times are seconds since 1970. */
final class IntercomJson {
    private IntercomJson() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Teammate(@JsonProperty(required = true) String id) {}

    /** A filter, or a group of them. */
    sealed interface Query {}

    record Filter(String field, String operator, String value) implements Query {}

    record Group(String operator, List<Filter> value) implements Query {}

    record Search(Query query, Page pagination) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            @JsonProperty("per_page") int perPage,

            @JsonProperty("starting_after") @Nullable String startingAfter) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contacts(@JsonProperty(required = true) List<Contact> data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contact(
            @JsonProperty(required = true) String id,
            @Nullable String role,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @JsonProperty("last_seen_at") @Nullable Long lastSeenAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewContact(
            String role,
            @JsonProperty("external_id") @Nullable String externalId,
            @Nullable String email,
            @Nullable String phone,
            String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Notes(
            @JsonProperty(required = true) List<Note> data,
            @Nullable Pages pages) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Pages(@JsonProperty("total_pages") int totalPages) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Note(
            @Nullable String body,
            @JsonProperty("created_at") long createdAt) {}

    record NewNote(String body, @JsonProperty("admin_id") String adminId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record TicketType(
            @JsonProperty("ticket_type_attributes") @Nullable
            Attributes attributes) {}

    /** The list is called by the one name in the specification and by the other in answers. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Attributes(
            @JsonAlias("ticket_type_attributes") @Nullable List<Attribute> data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Attribute(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String name,
            boolean archived,
            @JsonProperty("input_options") @Nullable JsonNode inputOptions) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewTicket(
            @JsonProperty("ticket_type_id") String ticketTypeId,
            List<ContactId> contacts,
            @JsonProperty("ticket_attributes") Map<String, String> attributes,
            @Nullable Assignment assignment,
            @JsonProperty("skip_notifications") boolean skipNotifications) {}

    record ContactId(String id) {}

    record Assignment(@JsonProperty("team_assignee_id") String teamId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Tickets(
            @JsonProperty(required = true) List<Ticket> tickets,
            @Nullable Cursors pages) {
        /** Where the next page begins; null on the last. */
        @Nullable
        String next() {
            return pages == null || pages.next() == null ? null : pages.next().startingAfter();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Cursors(@Nullable Cursor next) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Cursor(@JsonProperty("starting_after") @Nullable String startingAfter) {}

    /** {@code id} is the API's, {@code ticketId} is the number that people know; {@code state} was a text before 2.12. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Ticket(
            @JsonProperty(required = true) String id,

            @JsonProperty(value = "ticket_id", required = true)
            String ticketId,

            @JsonProperty("ticket_attributes") @Nullable Map<String, Object> attributes,

            @JsonProperty("ticket_state") @Nullable JsonNode state,
            @JsonProperty("created_at") long createdAt,
            @JsonProperty("updated_at") @Nullable Long updatedAt,
            @JsonProperty("ticket_parts") @Nullable Parts parts) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Parts(@JsonProperty("ticket_parts") @Nullable List<Part> parts) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Part(
            @JsonProperty(required = true) String id,
            @Nullable String body) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reply(
            @JsonProperty("message_type") String messageType,
            String type,
            @JsonProperty("admin_id") String adminId,
            String body,
            @JsonProperty("attachment_files") @Nullable List<File> files) {}

    record File(@JsonProperty("content_type") String contentType, String data, String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Tags(@JsonProperty(required = true) List<Tag> data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Tag(
            @JsonProperty(required = true) String id,
            @Nullable String name) {}

    record NewTag(String name) {}

    record TagOnTicket(String id, @JsonProperty("admin_id") String adminId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record FoundArticles(@JsonProperty(required = true) Articles data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Articles(@JsonProperty(required = true) List<Article> articles) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Article(
            @Nullable String title,
            @Nullable String body,
            @Nullable String url,
            @Nullable String state,
            @JsonProperty("help_center_audience") @Nullable String audience) {}
}
