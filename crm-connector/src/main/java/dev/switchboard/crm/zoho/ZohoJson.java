package dev.switchboard.crm.zoho;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What travels between Zoho and us. Ids are strings of 18 or 19 digits. */
final class ZohoJson {
    private ZohoJson() {}

    record Token(
            @JsonProperty("access_token") @Nullable String accessToken,
            @JsonProperty("api_domain") @Nullable String apiDomain,
            @JsonProperty("expires_in") long expiresIn,
            @Nullable String error) {}

    record Select(@JsonProperty("select_query") String query) {}

    /** Records, or an error in their place. */
    record Rows(
            @Nullable List<JsonNode> data,
            @Nullable Page info,
            @Nullable String code,
            @Nullable JsonNode details,
            @Nullable String status) {}

    record Page(@JsonProperty("more_records") boolean more) {}

    record Write(List<Map<String, Object>> data, List<String> trigger) {}

    record Written(
            @Nullable List<Result> data,
            @Nullable String code,
            @Nullable JsonNode details,
            @Nullable String status) {}

    /** What became of one record of a write. */
    record Result(
            @Nullable String code,
            @Nullable JsonNode details,
            @Nullable String status) {
        boolean failed() {
            return !"success".equals(status);
        }

        /** The record's id; of a refused duplicate the other's. Empty when the answer has none. */
        String id() {
            JsonNode told = details == null ? MissingNode.getInstance() : details;
            return told.at("/duplicate_record/id").asText(told.path("id").asText(""));
        }
    }

    record Fields(@Nullable List<Field> fields) {}

    record Field(
            @JsonProperty("api_name") String name,
            int length,
            @JsonProperty("pick_list_values") @Nullable List<Choice> choices) {}

    record Choice(@JsonProperty("actual_value") @Nullable String value) {}

    record Watch(List<Channel> watch) {}

    record Channel(
            @JsonProperty("channel_id") String id,
            List<String> events,
            @JsonProperty("channel_expiry") String end,
            String token,
            @JsonProperty("notify_url") String address,
            @JsonProperty("return_affected_field_values") boolean values,
            @JsonProperty("notify_on_related_action") boolean related) {}

    /** What became of each channel of a request; an error in its place. */
    record Watched(
            @Nullable List<Result> watch,
            @Nullable String code,
            @Nullable JsonNode details) {}

    record Channels(@Nullable List<Open> watch) {}

    /** A channel that is there, or one module's part of it. */
    record Open(
            @JsonProperty("channel_id") @Nullable String id,
            @JsonProperty("channel_expiry") @Nullable String end) {}

    record Composite(
            @JsonProperty("parallel_execution") boolean parallel,
            @JsonProperty("__composite_requests") List<SubRequest> requests) {}

    @JsonInclude(Include.NON_NULL)
    record SubRequest(
            @JsonProperty("sub_request_id") String id,
            String method,
            String uri,
            @Nullable Map<String, String> params,
            @Nullable Object body) {}

    record Together(
            @JsonProperty("__composite_requests") @Nullable List<SubAnswer> answers) {}

    record SubAnswer(@Nullable String code, @Nullable SubDetails details) {}

    record SubDetails(@Nullable SubResponse response) {}

    record SubResponse(
            @JsonProperty("status_code") int status,
            @Nullable JsonNode body) {}
}
