package dev.switchboard.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Request;
import java.util.List;

/** The one pipeline of tickets and the one of deals, as every account has them at first. */
final class HubspotPipelines {

    private static final List<Stage> OF_TICKETS = List.of(
            new Stage("1", "New"),
            new Stage("2", "Waiting on contact"),
            new Stage("3", "Waiting on us"),
            new Stage("4", "Closed"));
    private static final List<Stage> OF_DEALS = List.of(
            new Stage("appointmentscheduled", "Appointment scheduled"),
            new Stage("qualifiedtobuy", "Qualified to buy"),
            new Stage("presentationscheduled", "Presentation scheduled"),
            new Stage("decisionmakerboughtin", "Decision maker bought-in"),
            new Stage("contractsent", "Contract sent"),
            new Stage("closedwon", "Closed won"),
            new Stage("closedlost", "Closed lost"));

    private HubspotPipelines() {}

    static Answer list(Request request) {
        return switch (request.parameter("type")) {
            case "tickets" -> answer("0", "Support Pipeline", OF_TICKETS);
            case "deals" -> answer("default", "Sales Pipeline", OF_DEALS);
            default -> throw HubspotErrors.invalid("Unable to infer object type from: " + request.parameter("type"));
        };
    }

    private static Answer answer(String id, String label, List<Stage> stages) {
        ObjectNode pipeline = Json.object().put("id", id).put("label", label);
        ArrayNode listed = pipeline.putArray("stages");
        stages.forEach(stage -> listed.addObject().put("id", stage.id()).put("label", stage.label()));
        return Answer.json(200, Json.object().set("results", Json.array(List.of(pipeline))));
    }

    private record Stage(String id, String label) {}
}
