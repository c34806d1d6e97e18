package dev.switchboard.crm.salesforce;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What travels between Salesforce and us. Rows stay JSON: their columns are the query's. */
final class SalesforceJson {
    private SalesforceJson() {}

    record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("instance_url") @Nullable String instanceUrl) {}

    record Rows(List<JsonNode> records) {}

    record Search(String q, String in, List<SearchedType> sobjects, int overallLimit) {}

    @JsonInclude(Include.NON_NULL)
    record SearchedType(
            String name, List<String> fields, @Nullable String where, int limit) {}

    record Found(List<JsonNode> searchRecords) {}

    record Saved(String id) {}

    /** {@code body} is null for reads. */
    @JsonInclude(Include.NON_NULL)
    record Part(
            String method,
            String url,
            String referenceId,
            @Nullable Map<String, String> httpHeaders,
            @Nullable Map<String, Object> body) {
        static Part query(String referenceId, String url) {
            return new Part("GET", url, referenceId, null, null);
        }
    }

    record Composite(boolean allOrNone, List<Part> compositeRequest) {}

    record CompositeAnswer(List<PartAnswer> compositeResponse) {}

    record PartAnswer(JsonNode body, int httpStatusCode, String referenceId) {
        boolean failed() {
            return httpStatusCode >= 400;
        }

        /** Undone, or not begun, because another part of the composite failed. */
        boolean haltedByAnother() {
            return body.path(0).path("errorCode").asText().equals("PROCESSING_HALTED");
        }

        List<JsonNode> rows() {
            return List.copyOf(body.path("records").valueStream().toList());
        }
    }

    record Description(List<Field> fields) {}

    record Field(
            String name,
            int length,
            boolean createable,
            boolean externalId,
            boolean restrictedPicklist,
            @Nullable List<Choice> picklistValues) {
        boolean takes(Object value) {
            return createable
                    && (!restrictedPicklist
                            || picklistValues == null
                            || picklistValues.stream()
                                    .anyMatch(choice -> choice.value().equals(value)));
        }
    }

    record Choice(String value) {}
}
