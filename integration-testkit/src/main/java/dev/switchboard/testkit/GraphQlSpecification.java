package dev.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import graphql.ParseAndValidate;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.nio.file.Path;
import java.util.Locale;

/** A GraphQL schema: every operation sent must be valid on it. */
final class GraphQlSpecification implements VendorSpecification {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GraphQLSchema schema;

    GraphQlSpecification(Path file) {
        schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(file.toFile()));
    }

    @Override
    public void check(JsonNode exchange) {
        if (!exchange.path("path").asText().endsWith("/graphql.json")) {
            return;
        }
        String query = query(exchange.path("requestBody").asText());
        assertThat(ParseAndValidate.validate(schema, new Parser().parseDocument(query), Locale.ENGLISH))
                .as("the operation on the vendor's schema: %s", query)
                .isEmpty();
    }

    private static String query(String body) {
        try {
            return JSON.readTree(body).path("query").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError("The request's body is no JSON", e);
        }
    }
}
