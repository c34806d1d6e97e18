package dev.switchboard.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Whose changes we hear, and which user's are our own. Asked once: neither ever changes. */
final class PubSubIdentity {
    private final SalesforceApi api;
    private final @Nullable String organization;
    private volatile @Nullable Known known;

    /** @param organization the org's id where the user gave it; what changes we made ourselves is not known then */
    PubSubIdentity(SalesforceApi api, @Nullable String organization) {
        this.api = api;
        this.organization = organization;
    }

    Known get() {
        Known asked = known;
        if (asked == null) {
            asked = organization == null ? ask() : new Known(SalesforceId.full(organization), null);
            known = asked;
        }
        return asked;
    }

    private Known ask() {
        JsonNode user = api.userInfo();
        return new Known(
                SalesforceId.full(user.path("organization_id").asText()),
                SalesforceId.full(user.path("user_id").asText()));
    }

    /** @param user null when it is not known */
    record Known(String organization, @Nullable String user) {}
}
