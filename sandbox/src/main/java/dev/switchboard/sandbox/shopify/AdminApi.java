package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Runs one GraphQL request and words the result as the vendor does. */
final class AdminApi {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Cancellations cancellations;
    private final CostBucket bucket;
    private final GraphQL engine;

    AdminApi(ShopDocuments documents, CostBucket bucket) {
        this.cancellations = new Cancellations(documents);
        this.bucket = bucket;
        this.engine = GraphQL.newGraphQL(AdminSchema.build(
                        new Queries(documents, cancellations), new Mutations(documents, cancellations)))
                .instrumentation(new CostGate(bucket))
                .defaultDataFetcherExceptionHandler(new ErrorHandler())
                .build();
    }

    Answer answer(ObjectNode request) {
        if (!request.path("query").isTextual()) {
            ObjectNode body = Json.object();
            body.putObject("errors").put("query", "Required parameter missing or invalid");
            return Answer.json(400, body);
        }
        cancellations.work();
        return Answer.json(200, run(request));
    }

    /** The answer to a query that finds the bucket empty and has to wait that long for its points. */
    ObjectNode throttled(Duration wait) {
        ObjectNode body = Json.object();
        ObjectNode error = body.putArray("errors").addObject().put("message", "Throttled");
        error.putObject("extensions").put("code", "THROTTLED");
        ObjectNode cost = body.putObject("extensions").putObject("cost");
        cost.put("requestedQueryCost", bucket.pointsRestoredIn(wait)).putNull("actualQueryCost");
        cost.set("throttleStatus", bucket.emptyStatus());
        return body;
    }

    private ObjectNode run(ObjectNode request) {
        ExecutionInput.Builder input =
                ExecutionInput.newExecutionInput(request.path("query").asText()).variables(variables(request));
        if (request.hasNonNull("operationName")) {
            input.operationName(request.path("operationName").asText());
        }
        ExecutionInput execution = input.build();
        ExecutionResult result = engine.execute(execution);
        ObjectNode body = Json.object();
        if (result.isDataPresent() && result.getData() != null) {
            body.set("data", MAPPER.valueToTree(result.getData()));
        }
        if (!result.getErrors().isEmpty()) {
            body.set("errors", Errors.of(result.getErrors()));
        }
        addExtensions(body, execution);
        return body;
    }

    private void addExtensions(ObjectNode body, ExecutionInput execution) {
        SearchWarnings warnings = SearchWarnings.of(execution.getGraphQLContext());
        if (!warnings.all().isEmpty()) {
            body.withObjectProperty("extensions").set("search", warnings.all());
        }
        Integer requested = execution.getGraphQLContext().get(CostGate.REQUESTED);
        if (requested == null) {
            return;
        }
        ObjectNode cost = body.withObjectProperty("extensions").putObject("cost");
        cost.put("requestedQueryCost", requested);
        if (body.has("data")) {
            int actual = Math.min(requested, Math.max(1, QueryCost.actual(body.path("data"))));
            bucket.spend(actual);
            cost.put("actualQueryCost", actual);
        } else {
            cost.putNull("actualQueryCost");
        }
        cost.set("throttleStatus", bucket.status());
    }

    private static Map<String, Object> variables(ObjectNode request) {
        Map<String, Object> variables = new LinkedHashMap<>();
        JsonNode sent = request.path("variables");
        sent.properties()
                .forEach(field -> variables.put(field.getKey(), MAPPER.convertValue(field.getValue(), Object.class)));
        return variables;
    }

    /** Leaves the vendor's own errors as they are, without the engine's words around them. */
    private static final class ErrorHandler extends SimpleDataFetcherExceptionHandler {

        @Override
        public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
                DataFetcherExceptionHandlerParameters parameters) {
            if (parameters.getException() instanceof AdminApiException known) {
                return CompletableFuture.completedFuture(
                        DataFetcherExceptionHandlerResult.newResult(known).build());
            }
            return super.handleException(parameters);
        }
    }
}
