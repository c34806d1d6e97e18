package dev.switchboard.sandbox.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;

/** Teammates. The token belongs to one of them; whatever needs an actor names one. */
final class IntercomAdmins {

    static final String OWN = "991267583";

    private static final String ADMINS = "admins";

    private final Records records;

    IntercomAdmins(Records records) {
        this.records = records;
    }

    void seed() {
        records.put(
                ADMINS,
                OWN,
                Json.object()
                        .put("type", "admin")
                        .put("id", OWN)
                        .put("name", "Switchboard")
                        .put("email", "agent@example.com")
                        .put("away_mode_enabled", false)
                        .put("away_mode_reassign", false));
    }

    ObjectNode named(String id) {
        return records.find(ADMINS, id)
                .map(ObjectNode::deepCopy)
                .orElseThrow(() -> IntercomErrors.refused(404, "admin_not_found", "Admin for admin_id not found"));
    }

    Answer me() {
        ObjectNode me = named(OWN).put("has_inbox_seat", true);
        me.putObject("app")
                .put("type", "app")
                .put("id_code", "sbx1")
                .put("name", "Sandbox")
                .put("region", "US")
                .put("timezone", "America/Los_Angeles")
                .put("identity_verification", false);
        return Answer.json(200, me);
    }
}
