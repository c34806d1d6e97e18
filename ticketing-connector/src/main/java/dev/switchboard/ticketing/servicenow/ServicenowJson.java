package dev.switchboard.ticketing.servicenow;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What travels. Every value of a row is text, empty when there is none; what a caller may not read is missing. */
final class ServicenowJson {
    private ServicenowJson() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Token(
            @JsonProperty(value = "access_token", required = true)
            String accessToken,

            @JsonProperty("refresh_token") @Nullable String refreshToken,

            @JsonProperty("expires_in") @Nullable Long expiresIn) {
        @Override
        public String toString() {
            return "Token[" + expiresIn + "]";
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Rows<T>(
            @JsonProperty(required = true) List<T> result,
            @Nullable JsonNode error) {
        List<T> complete() {
            refuse(error);
            return result;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record One<T>(
            @JsonProperty(required = true) T result,
            @Nullable JsonNode error) {
        T complete() {
            refuse(error);
            return result;
        }
    }

    /** A transaction that took too long ends in an answer with status 200, part of the result, and an error. */
    private static void refuse(@Nullable JsonNode error) {
        if (error != null && !error.isNull()) {
            throw new IntegrationException("servicenow", "answer", new Failure.Unavailable(200, true, null));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Person(
            @JsonProperty(value = "sys_id", required = true) String sysId,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @JsonProperty("mobile_phone") @Nullable String mobilePhone,
            @JsonProperty("home_phone") @Nullable String homePhone,
            @JsonProperty("user_name") @Nullable String userName,
            @Nullable String active,
            @Nullable String account) {
        static final String FIELDS = "sys_id,name,email,phone,mobile_phone,home_phone,user_name,active,account";
    }

    /** What the Contact API tells of somebody it made; its references are objects. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contact(
            @JsonProperty(value = "sys_id", required = true) String sysId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Task(
            @JsonProperty(value = "sys_id", required = true) String sysId,
            @JsonProperty(required = true) String number,
            @JsonProperty("short_description") @Nullable String shortDescription,
            @Nullable String state,
            @JsonProperty("hold_reason") @Nullable String holdReason,
            @JsonProperty("correlation_id") @Nullable String correlationId,
            @JsonProperty("caller_id") @Nullable String callerId,
            @Nullable String contact,
            @JsonProperty("sys_updated_on") @Nullable String updatedOn) {
        static final String FIELDS =
                "sys_id,number,short_description,state,hold_reason,correlation_id,caller_id,contact,sys_updated_on";
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Made(
            @JsonProperty(value = "sys_id", required = true) String sysId,
            @Nullable String number,
            @Nullable String state,
            @JsonProperty("sys_updated_on") @Nullable String updatedOn) {
        static final String FIELDS = "sys_id,number,state,sys_updated_on";
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(
            @JsonProperty("element_id") @Nullable String elementId,
            @Nullable String value) {
        static final String FIELDS = "element_id,value";
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record FoundArticles(@JsonProperty(required = true) Articles result) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Articles(@JsonProperty(required = true) List<Article> articles) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Article(
            @JsonProperty(required = true) String id,
            @Nullable String title,
            @Nullable String number,
            @Nullable String link,
            @Nullable Map<String, JsonNode> fields) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record WholeArticle(@Nullable String content) {}
}
