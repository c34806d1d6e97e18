package dev.switchboard.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.RefusedException;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Routes;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /composite}: up to 25 requests in one, later ones using what earlier ones answered. The whole is always 200. */
final class SalesforceComposite {

    private static final int MOST = 25;
    private static final Pattern REFERENCE = Pattern.compile("@\\{(\\w+)\\.([\\w.\\[\\]]+)}");

    private final Routes routes;
    private final Records records;
    private final RecordChanges changes;

    SalesforceComposite(Routes routes, Records records, RecordChanges changes) {
        this.routes = routes;
        this.records = records;
        this.changes = changes;
    }

    Answer run(Request request) {
        ObjectNode wish = request.json();
        JsonNode parts = wish.path("compositeRequest");
        if (parts.isEmpty() || parts.size() > MOST) {
            throw SalesforceErrors.invalid(
                    "INVALID_INPUT", "The Composite API takes between 1 and 25 subrequests, not " + parts.size());
        }
        ArrayNode answers = Json.array();
        changes.together(() -> records.allOrNothing(
                () -> runAll(request, parts, answers) || !wish.path("allOrNone").asBoolean()));
        boolean failed = answers.valueStream()
                .anyMatch(answer -> answer.path("httpStatusCode").asInt() >= 400);
        if (failed && wish.path("allOrNone").asBoolean()) {
            halt(answers);
        }
        return Answer.json(200, Json.object().set("compositeResponse", answers));
    }

    private boolean runAll(Request request, JsonNode parts, ArrayNode answers) {
        Map<String, JsonNode> bodies = new HashMap<>();
        boolean good = true;
        for (JsonNode part : parts) {
            Answer answer = runOne(request, part, bodies);
            JsonNode body = answer.body().isEmpty() ? Json.object() : Json.parse(answer.body());
            String reference = part.path("referenceId").asText();
            if (answer.status() < 300) {
                bodies.put(reference, body);
            }
            good &= answer.status() < 300;
            ObjectNode line = answers.addObject();
            line.set("body", body);
            line.putObject("httpHeaders");
            line.put("httpStatusCode", answer.status()).put("referenceId", reference);
        }
        return good;
    }

    private Answer runOne(Request whole, JsonNode part, Map<String, JsonNode> bodies) {
        try {
            URI uri = URI.create(resolve(part.path("url").asText(), bodies).replace(" ", "%20"));
            Request single = new Request(
                    whole.baseUrl(),
                    part.path("method").asText(),
                    uri.getRawPath(),
                    uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                    Map.of("content-type", List.of("application/json")),
                    part.path("body").isMissingNode()
                            ? ""
                            : resolve(part.path("body").toString(), bodies),
                    Map.of());
            return routes.answer(single)
                    .orElseGet(() -> SalesforceErrors.notFound().answer());
        } catch (AnsweredException e) {
            return e.answer();
        } catch (RefusedException e) {
            return SalesforceErrors.of(e.refusal());
        } catch (IllegalArgumentException e) {
            return SalesforceErrors.array(400, "INVALID_INPUT", "invalid url");
        }
    }

    private static String resolve(String text, Map<String, JsonNode> bodies) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group(2), bodies)));
    }

    private static String value(String reference, String path, Map<String, JsonNode> bodies) {
        JsonNode body = bodies.get(reference);
        String pointer = "/" + path.replace("[", "/").replace("]", "").replace('.', '/');
        if (body == null || body.at(pointer).isMissingNode()) {
            throw SalesforceErrors.invalid(
                    "PROCESSING_HALTED",
                    "Invalid reference specified. No value for " + reference + "." + path + " found");
        }
        return body.at(pointer).asText();
    }

    /** The ones that went well are told that they were undone. */
    private static void halt(ArrayNode answers) {
        for (JsonNode answer : answers) {
            if (answer.path("httpStatusCode").asInt() < 300) {
                ((ObjectNode) answer)
                        .put("httpStatusCode", 400)
                        .set(
                                "body",
                                Json.array()
                                        .add(Json.object()
                                                .put("errorCode", "PROCESSING_HALTED")
                                                .put(
                                                        "message",
                                                        "The transaction was rolled back since another operation in"
                                                                + " the same transaction failed.")));
            }
        }
    }
}
