package dev.switchboard.crm.hubspot;

import dev.switchboard.runtime.adapter.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What new records get besides what is known of the conversation.
 *
 * @param ownerId whose they are; null for nobody's
 * @param callOutcome the GUID of the outcome that calls have
 */
record HubspotDefaults(@Nullable String ownerId, String callOutcome) {
    /** What a record can do without when the account refuses it: somebody has deleted the property, or the choice. */
    static final List<String> OPTIONAL = List.of(
            "hubspot_owner_id", "hs_call_disposition", "lifecyclestage", HubspotContacts.KEY, HubspotActivities.KEY);

    private static final String OWNER = "HUBSPOT_DEFAULT_OWNER_ID";
    private static final String GUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    static HubspotDefaults of(Settings settings) {
        return new HubspotDefaults(
                settings.find(OWNER).isEmpty() ? null : settings.get(OWNER, "[0-9]{1,18}", "an id, digits only"),
                settings.get("HUBSPOT_CALL_OUTCOME", GUID, "the GUID of a call outcome"));
    }
}
