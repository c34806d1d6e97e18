package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Builds the executable schema of {@code admin.graphqls}. */
final class AdminSchema {

    private static final List<String> TEXT_SCALARS = List.of("DateTime", "Decimal", "Money", "URL", "UnsignedInt64");

    private AdminSchema() {}

    static GraphQLSchema build(Queries queries, Mutations mutations) {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring().wiringFactory(new Fields());
        TEXT_SCALARS.forEach(name -> wiring.scalar(GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new TextCoercing())
                .build()));
        wiring.type("Node", type -> type.typeResolver(byGlobalId()));
        RuntimeWiring complete = mutations.wire(queries.wire(wiring)).build();
        return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(definition()), complete);
    }

    /** {@code gid://shopify/Order/1} is an {@code Order}. */
    private static TypeResolver byGlobalId() {
        return node -> {
            JsonNode document = node.getObject();
            return node.getSchema().getObjectType(document.path("id").asText().split("/", -1)[3]);
        };
    }

    private static InputStreamReader definition() {
        InputStream definition = AdminSchema.class.getResourceAsStream("admin.graphqls");
        if (definition == null) {
            throw new IllegalStateException("admin.graphqls is not on the class path");
        }
        return new InputStreamReader(definition, StandardCharsets.UTF_8);
    }

    /** The vendor's own scalars all travel as text. */
    private static final class TextCoercing implements Coercing<String, String> {

        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return value.toString();
        }

        @Override
        public String parseValue(Object value, GraphQLContext context, Locale locale) {
            return value.toString();
        }

        @Override
        public String parseLiteral(
                Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (literal instanceof StringValue text) {
                return text.getValue();
            }
            throw new CoercingParseLiteralException("a text was expected");
        }
    }
}
