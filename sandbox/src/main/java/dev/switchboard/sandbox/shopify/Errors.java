package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.validation.ValidationError;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words the engine's errors as the vendor's engine does. */
final class Errors {

    private static final Pattern UNDEFINED_FIELD = Pattern.compile("Field '(\\w+)' in type '(\\w+)' is undefined");

    private Errors() {}

    static ArrayNode of(List<GraphQLError> errors) {
        ArrayNode nodes = Json.array();
        errors.forEach(error -> nodes.add(node(error)));
        return nodes;
    }

    private static ObjectNode node(GraphQLError error) {
        ObjectNode node = Json.object().put("message", String.valueOf(error.getMessage()));
        if (error.getLocations() != null && !error.getLocations().isEmpty()) {
            ArrayNode locations = node.putArray("locations");
            error.getLocations()
                    .forEach(place ->
                            locations.addObject().put("line", place.getLine()).put("column", place.getColumn()));
        }
        if (error instanceof ValidationError invalid) {
            describe(invalid, node);
        } else if (error.getErrorType() == ErrorType.ValidationError) {
            // Not the document, so one of the variables.
            node.putObject("extensions").put("code", "INVALID_VARIABLE");
        } else if (error instanceof AdminApiException known) {
            known.getExtensions()
                    .forEach((name, value) ->
                            node.withObjectProperty("extensions").put(name, value.toString()));
        }
        return node;
    }

    private static void describe(ValidationError error, ObjectNode node) {
        ArrayNode path = node.putArray("path");
        if (error.getQueryPath() != null) {
            error.getQueryPath().forEach(path::add);
        }
        Matcher undefined = UNDEFINED_FIELD.matcher(String.valueOf(error.getMessage()));
        if (!undefined.find()) {
            return;
        }
        String field = undefined.group(1);
        String type = undefined.group(2);
        path.add(field);
        node.put("message", "Field '" + field + "' doesn't exist on type '" + type + "'");
        node.putObject("extensions")
                .put("code", "undefinedField")
                .put("typeName", type)
                .put("fieldName", field);
    }
}
