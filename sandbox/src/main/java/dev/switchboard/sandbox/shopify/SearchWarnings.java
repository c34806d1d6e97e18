package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;

/**
 * What the vendor says beside an answer when a search named a field that does not exist. It does not refuse such a
 * search: it leaves the condition out, so {@code phone:} on orders returns everybody's.
 */
final class SearchWarnings {

    private final ArrayNode warnings = Json.array();

    static SearchWarnings of(GraphQLContext context) {
        return context.computeIfAbsent(SearchWarnings.class, key -> new SearchWarnings());
    }

    void add(DataFetchingEnvironment field, String query, List<String> ignoredFields) {
        if (ignoredFields.isEmpty()) {
            return;
        }
        ObjectNode warning = warnings.addObject();
        ArrayNode path = warning.putArray("path");
        field.getExecutionStepInfo().getPath().toList().forEach(step -> path.add(step.toString()));
        warning.put("query", query);
        ArrayNode details = warning.putArray("warnings");
        ignoredFields.forEach(name -> details.addObject()
                .put("field", name)
                .put("message", "Invalid search field for this query.")
                .put("code", "invalid_field"));
    }

    ArrayNode all() {
        return warnings;
    }
}
