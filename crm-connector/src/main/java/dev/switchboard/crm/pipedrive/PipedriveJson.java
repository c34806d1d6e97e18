package dev.switchboard.crm.pipedrive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What travels between Pipedrive and us. */
final class PipedriveJson {
    private PipedriveJson() {}

    record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn,
            @JsonProperty("api_domain") String apiDomain) {}

    record One<T>(T data) {
        One {
            Objects.requireNonNull(data, "data");
        }
    }

    /** A list; v1 answers null where there is nothing in it. */
    record Many<T>(List<T> data) {
        @SuppressWarnings("NullAway") // Jackson passes null
        Many {
            data = data == null ? List.of() : List.copyOf(data);
        }
    }

    record User(long id, @Nullable String name) {}

    record SearchResults(List<Result> items) {}

    record Result(Found item) {}

    /** A person as the search tells them, without first name. */
    record Found(
            long id,
            @Nullable String name,
            @Nullable List<String> phones,
            @Nullable List<String> emails,
            @Nullable Reference organization) {}

    record Reference(long id) {}

    record Person(
            long id,
            @Nullable String name,
            @JsonProperty("first_name") @Nullable String firstName,
            @JsonProperty("owner_id") @Nullable Long ownerId,
            @JsonProperty("org_id") @Nullable Long organizationId,
            @Nullable List<Line> emails,
            @Nullable List<Line> phones,
            @JsonProperty("label_ids") @Nullable List<Integer> labelIds,
            @JsonProperty("custom_fields") @Nullable Map<String, @Nullable JsonNode> customFields) {
        /** Null when the field is empty or not there. */
        @Nullable
        String custom(String key) {
            JsonNode value = customFields == null ? null : customFields.get(key);
            return value == null || value.isNull() || value.asText().isBlank() ? null : value.asText();
        }
    }

    /** A number or an address. */
    record Line(
            @Nullable String value,
            boolean primary,
            @Nullable String label) {}

    @JsonInclude(Include.NON_NULL)
    record NewPerson(
            String name,
            @Nullable List<Line> emails,
            @Nullable List<Line> phones,
            @JsonProperty("owner_id") @Nullable Long ownerId,
            @JsonProperty("custom_fields") @Nullable Map<String, String> customFields) {}

    record Deleted(long id) {}

    /** Custom fields are addressed by {@code code}, forty digits that differ from company to company. */
    record Field(
            @JsonProperty("field_name") @Nullable String name,
            @JsonProperty("field_code") String code,
            @Nullable List<Option> options) {}

    record Option(@Nullable String id, @Nullable String label) {}

    record Organization(@Nullable String name) {}

    record Deal(
            long id,
            @Nullable String title,
            @Nullable String status,
            @JsonProperty("update_time") @Nullable String updatedAt) {}

    /** An activity. */
    record Scheduled(
            long id,
            @Nullable String subject,
            @Nullable String note,
            @JsonProperty("update_time") @Nullable String updatedAt) {}

    /** Whose it is, Pipedrive takes from the participants; a person beside them would be ignored. */
    record NewActivity(
            String subject,
            String type,
            @JsonProperty("due_date") String dueDate,
            @JsonProperty("due_time") String dueTime,
            String duration,
            boolean done,
            List<Participant> participants,
            String note) {}

    record Participant(@JsonProperty("person_id") long personId, boolean primary) {}

    record Call(String id) {}

    /** Times are in UTC, {@code YYYY-MM-DD HH:MM:SS}; the duration is seconds. */
    @JsonInclude(Include.NON_NULL)
    record NewCall(
            @JsonProperty("activity_id") long activityId,
            String subject,
            String duration,
            String outcome,
            @JsonProperty("from_phone_number") @Nullable String from,
            @JsonProperty("to_phone_number") String to,
            @JsonProperty("start_time") String startTime,
            @JsonProperty("end_time") String endTime,
            String note) {}

    record Note(long id, @Nullable String content) {}

    record NewNote(
            String content, @JsonProperty("person_id") long personId) {}
}
