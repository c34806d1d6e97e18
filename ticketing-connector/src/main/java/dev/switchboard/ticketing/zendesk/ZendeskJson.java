package dev.switchboard.ticketing.zendesk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What travels. Requests are written in the order of their components, so the same command is the same bytes. */
final class ZendeskJson {
    private ZendeskJson() {}

    record TokenRequest(
            @JsonProperty("grant_type") String grantType,
            @JsonProperty("client_id") String clientId,
            @JsonProperty("client_secret") String clientSecret,
            String scope,
            @JsonProperty("expires_in") long expiresIn) {
        @Override
        public String toString() {
            return "TokenRequest[" + scope + "]";
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Token(
            @JsonProperty(value = "access_token", required = true)
            String accessToken,

            @Nullable String scope,

            @JsonProperty("expires_in") @Nullable Long expiresIn) {
        @Override
        public String toString() {
            return "Token[" + scope + "]";
        }
    }

    record TicketRequest(TicketChange ticket) {}

    /** A new ticket, or a change to one: what is null is left alone. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TicketChange(
            @Nullable String subject,
            CommentRequest comment,
            @JsonProperty("requester_id") @Nullable Long requesterId,
            @Nullable String priority,
            @Nullable List<String> tags,
            @JsonProperty("external_id") @Nullable String externalId,

            @JsonProperty("custom_fields") @Nullable List<FieldValue> customFields,

            @JsonProperty("group_id") @Nullable Long groupId,
            @JsonProperty("brand_id") @Nullable Long brandId,
            @Nullable Map<String, String> metadata) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CommentRequest(
            String body,
            @JsonProperty("public") boolean visibleToCustomer,
            @Nullable List<String> uploads) {}

    record FieldValue(long id, String value) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record TicketAnswer(
            @JsonProperty(required = true) Ticket ticket,
            @Nullable Audit audit) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Tickets(@JsonProperty(required = true) List<Ticket> tickets) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record TicketCount(@JsonProperty(required = true) Count count) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Count(long value) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Ticket(
            @JsonProperty(required = true) long id,
            @Nullable String subject,
            @Nullable String status,
            @JsonProperty("updated_at") @Nullable Instant updatedAt) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Audit(@Nullable List<AuditEvent> events) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record AuditEvent(long id, @Nullable String type) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Comments(@JsonProperty(required = true) List<Comment> comments) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Comment(
            @JsonProperty(required = true) long id,
            @Nullable Metadata metadata) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Metadata(@Nullable Map<String, Object> custom) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record UploadAnswer(@JsonProperty(required = true) Upload upload) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Upload(@JsonProperty(required = true) String token) {}

    record UserRequest(NewUser user) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewUser(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @JsonProperty("external_id") @Nullable String externalId,
            @JsonProperty("skip_verify_email") boolean skipVerifyEmail,
            String role) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record UserAnswer(@JsonProperty(required = true) User user) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Users(@JsonProperty(required = true) List<User> users) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record User(
            @JsonProperty(required = true) long id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Identities(@JsonProperty(required = true) List<Identity> identities) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Identity(@Nullable String type, @Nullable String value) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Articles(@JsonProperty(required = true) List<Article> results) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Article(
            @Nullable String title,
            @Nullable String body,
            @JsonProperty("html_url") @Nullable String htmlUrl,
            boolean draft,
            @JsonProperty("user_segment_id") @Nullable Long userSegmentId) {}
}
