package dev.switchboard.sandbox.shopify;

import graphql.ExecutionResult;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses a valid query that costs more than any query may, or more than the bucket holds now. */
final class CostGate extends SimplePerformantInstrumentation {

    /** Where the query's cost stands in its context. */
    static final String REQUESTED = "requestedQueryCost";

    private static final int MOST_FOR_ONE_QUERY = 1_000;

    private final CostBucket bucket;

    CostGate(CostBucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        int cost = QueryCost.requested(parameters.getExecutionContext());
        parameters.getExecutionContext().getGraphQLContext().put(REQUESTED, cost);
        if (cost > MOST_FOR_ONE_QUERY) {
            throw refusal(
                    "MAX_COST_EXCEEDED",
                    "Query cost is " + cost + ", which exceeds the single query max cost limit (" + MOST_FOR_ONE_QUERY
                            + ").");
        }
        if (!bucket.affords(cost)) {
            throw refusal("THROTTLED", "Throttled");
        }
        return null;
    }

    private static AbortExecutionException refusal(String code, String message) {
        return new AbortExecutionException(List.of(new AdminApiException(code, message)));
    }
}
