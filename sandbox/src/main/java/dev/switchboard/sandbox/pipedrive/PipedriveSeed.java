package dev.switchboard.sandbox.pipedrive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import java.time.Instant;

/** What the company knows about Sarah Lee; its users, its kinds of activities, and its one webhook. */
final class PipedriveSeed {

    private static final int SARAHS_SEGMENT = 37;

    private final Records records;
    private final PipedriveFields fields;
    private final PipedrivePersons persons;
    private final PipedriveActivities activities;
    private final PipedriveWebhooks webhooks;

    PipedriveSeed(
            Records records,
            PipedriveFields fields,
            PipedrivePersons persons,
            PipedriveActivities activities,
            PipedriveWebhooks webhooks) {
        this.records = records;
        this.fields = fields;
        this.persons = persons;
        this.activities = activities;
        this.webhooks = webhooks;
    }

    void fill() {
        webhooks.add(webhook());
        user(1, "Switchboard", "agent@example.com");
        user(71, "Dana Fields", "dana@example.com");
        put("organizations", 14, "{'name':'Lee Design','owner_id':71,'is_deleted':false}");
        put("stages", 3, "{'name':'Proposal made','pipeline_id':1,'order_nr':3,'is_deleted':false}");
        activityType(1, "Call", "call", true);
        activityType(2, "Task", "task", true);
        activityType(3, "Lunch", "lunch", false);
        int sarah = persons.add(sarah(), Instant.EPOCH).path("id").asInt();
        deal(sarah, 801, "Studio furniture", "open", false);
        deal(sarah, 802, "Desk lamps", "won", false);
        deal(sarah, 803, "Something of years ago", "lost", true);
        ObjectNode task =
                Json.object().put("subject", "Invoice without the VAT number").put("type", "task");
        task.putArray("participants").addObject().put("person_id", sarah).put("primary", true);
        activities.add(task);
    }

    private static ObjectNode webhook() {
        return Json.object()
                .put("name", "hub")
                .put("subscription_url", "https://hub.example/webhooks/pipedrive")
                .put("event_action", "*")
                .put("event_object", "person")
                .put("http_auth_user", "switchboard")
                .put("http_auth_password", "pipedrive-sandbox-password");
    }

    private ObjectNode sarah() {
        ObjectNode sarah = json("{'name':'Sarah Lee','owner_id':71,'org_id':14,'label_ids':[1],"
                + "'emails':[{'value':'sarah@example.com','primary':true,'label':'work'}],"
                + "'phones':[{'value':'(415) 555-0100','primary':true,'label':'work'}]}");
        sarah.putObject("custom_fields").put(fields.hash("Segment"), SARAHS_SEGMENT);
        return sarah;
    }

    private void user(int id, String name, String email) {
        put(
                "users",
                id,
                "{'name':'" + name + "','email':'" + email + "','active_flag':true,'company_id':77,"
                        + "'company_domain':'lee','timezone_name':'America/Los_Angeles'}");
    }

    private void activityType(int id, String name, String key, boolean active) {
        put("activity-types", id, "{'name':'" + name + "','key_string':'" + key + "','active_flag':" + active + "}");
    }

    private void deal(int person, int id, String title, String status, boolean archived) {
        String time = "2026-0" + (id - 796) + "-02T10:00:00Z";
        ObjectNode deal = put(
                "deals",
                id,
                "{'title':'" + title + "','status':'" + status + "','value':12000,'currency':'USD','stage_id':3,"
                        + "'pipeline_id':1,'owner_id':71,'org_id':14,'add_time':'" + time + "','update_time':'" + time
                        + "'}");
        deal.put("person_id", person).put("is_archived", archived).putNull("lost_reason");
    }

    private ObjectNode put(String type, int id, String fields) {
        return records.put(type, String.valueOf(id), json(fields).put("id", id));
    }

    private static ObjectNode json(String withSingleQuotes) {
        return Json.object(withSingleQuotes.replace('\'', '"'));
    }
}
