package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.QueryComplexityCalculator;
import graphql.execution.ExecutionContext;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;

/** What a query costs: nothing for a scalar, 1 for an object, 2 and its page for a connection, 10 for a mutation. */
final class QueryCost {

    private static final int CONNECTION = 2;
    private static final int MUTATION = 10;

    private QueryCost() {}

    /** The most it can cost, known before it runs. */
    static int requested(ExecutionContext context) {
        return QueryComplexityCalculator.newCalculator()
                .schema(context.getGraphQLSchema())
                .document(context.getDocument())
                .operationName(context.getExecutionInput().getOperationName())
                .variables(context.getCoercedVariables())
                .fieldComplexityCalculator(QueryCost::cost)
                .build()
                .calculate();
    }

    /** What its answer cost. */
    static int actual(JsonNode data) {
        int cost = 0;
        for (var field : data.properties()) {
            cost += field.getKey().equals("pageInfo") ? 0 : ofValue(field.getValue());
        }
        return cost;
    }

    private static int ofValue(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().mapToInt(QueryCost::ofValue).sum();
        }
        if (!value.isObject()) {
            return 0;
        }
        return (value.has("nodes") ? CONNECTION : 1) + actual(value);
    }

    private static int cost(FieldComplexityEnvironment field, int children) {
        var type = field.getFieldDefinition().getType();
        String name = ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(type)).getName();
        if (field.getParentType().getName().equals("Mutation")) {
            return MUTATION;
        }
        if (GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(type)) || name.equals("PageInfo")) {
            return 0;
        }
        int pageSize = field.getArguments().get("first") instanceof Integer first ? first : 1;
        if (name.endsWith("Connection")) {
            return CONNECTION + pageSize * children;
        }
        return pageSize * (1 + children);
    }
}
