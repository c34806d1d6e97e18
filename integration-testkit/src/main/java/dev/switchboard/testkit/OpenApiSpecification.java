package dev.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The vendor's OpenAPI files: what they describe must be kept to by requests and by the simulated answers. */
final class OpenApiSpecification implements VendorSpecification {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CONTENT_TYPE = "content-type";

    private final List<Description> descriptions;
    private final SpecificationFlaws flaws;

    private OpenApiSpecification(SpecificationFlaws flaws, List<Description> descriptions) {
        this.flaws = flaws;
        this.descriptions = descriptions;
    }

    /** Empty when none of the files is OpenAPI. */
    static Optional<VendorSpecification> of(String system, List<Path> files) {
        SpecificationFlaws flaws = SpecificationFlaws.of(system);
        List<Description> descriptions = files.stream()
                .flatMap(file -> Description.read(file, flaws).stream())
                .toList();
        return descriptions.isEmpty() ? Optional.empty() : Optional.of(new OpenApiSpecification(flaws, descriptions));
    }

    /**
     * One file.
     *
     * @param formsAsJson whether forms are described as JSON in it, see {@link Forms}
     */
    private record Description(OpenApiInteractionValidator validator, boolean formsAsJson) {
        static Optional<Description> read(Path file, SpecificationFlaws flaws) {
            try {
                JsonNode description =
                        file.toString().endsWith(".json") ? JSON.readTree(file.toFile()) : YAML.readTree(file.toFile());
                if (!description.has("openapi") && !description.has("swagger")) {
                    return Optional.empty();
                }
                // What is spread over several files is taken as it is: only the parser knows its way between them.
                boolean whole = description.has("openapi") && !refersToFiles(description);
                if (!whole || !(description instanceof ObjectNode mended)) {
                    String place = file.toUri().toString();
                    return Optional.of(new Description(judging(OpenApiInteractionValidator.createFor(place)), false));
                }
                Forms.describeAsJson(mended);
                flaws.mend().accept(mended);
                return Optional.of(new Description(
                        judging(OpenApiInteractionValidator.createForInlineApiSpecification(mended.toString())), true));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static OpenApiInteractionValidator judging(OpenApiInteractionValidator.Builder builder) {
        return builder.withBasePathOverride("")
                .withLevelResolver(LevelResolver.create()
                        // Vendors sign in by other means than their files say, answer and take more than they describe,
                        // and leave out most of their failing answers.
                        .withLevel("validation.request.security", ValidationReport.Level.IGNORE)
                        .withLevel("validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        .withLevel("validation.response.status.unknown", ValidationReport.Level.IGNORE)
                        .withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.IGNORE)
                        .build())
                .build();
    }

    private static boolean refersToFiles(JsonNode description) {
        return description.findValuesAsText("$ref").stream().anyMatch(reference -> !reference.startsWith("#"));
    }

    @Override
    public void check(JsonNode exchange) {
        int status = exchange.path("status").asInt();
        if (status == 0 || status >= 400 || malformedOnPurpose(exchange)) {
            return;
        }
        Request asSent = request(exchange, false);
        Request asJson = request(exchange, true);
        SimpleResponse response = response(exchange, status);
        Optional<ValidationReport> report = descriptions.stream()
                .map(description ->
                        description.validator().validate(description.formsAsJson() ? asJson : asSent, response))
                .filter(OpenApiSpecification::describes)
                .findFirst();
        report.ifPresent(found -> assertThat(found.getMessages())
                .as("%s %s by the vendor's specification", asSent.getMethod(), asSent.getPath())
                .filteredOn(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .filteredOn(message -> !flaws.unjudged().contains(message.getKey()))
                .isEmpty());
    }

    private static boolean describes(ValidationReport report) {
        return report.getMessages().stream()
                .noneMatch(message -> message.getKey().equals("validation.request.path.missing")
                        || message.getKey().equals("validation.request.operation.notAllowed"));
    }

    /** The sandbox breaks an answer's JSON when a test asks for it. */
    private static boolean malformedOnPurpose(JsonNode exchange) {
        String body = exchange.path("responseBody").asText();
        return body.startsWith("{") && !body.endsWith("}");
    }

    private static Request request(JsonNode exchange, boolean formsAsJson) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(
                exchange.path("method").asText(), exchange.path("path").asText());
        String type = exchange.path("requestHeaders").path(CONTENT_TYPE).path(0).asText();
        boolean form = formsAsJson && type.startsWith(Forms.TYPE);
        exchange.path("requestHeaders")
                .properties()
                .forEach(header -> header.getValue()
                        .forEach(value -> request.withHeader(
                                header.getKey(),
                                form && header.getKey().equals(CONTENT_TYPE) ? "application/json" : value.asText())));
        String query = exchange.path("rawQuery").asText("");
        for (String pair : query.isEmpty() || query.equals("null") ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            request.withQueryParam(Forms.decode(parts[0]), parts.length == 1 ? "" : Forms.decode(parts[1]));
        }
        String body = exchange.path("requestBody").asText();
        if (!body.isEmpty()) {
            request.withBody(form ? Forms.asJson(body) : body);
        }
        return request.build();
    }

    private static SimpleResponse response(JsonNode exchange, int status) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(status);
        exchange.path("responseHeaders")
                .properties()
                .forEach(header ->
                        response.withHeader(header.getKey(), header.getValue().asText()));
        String body = exchange.path("responseBody").asText();
        return (body.isEmpty() ? response : response.withBody(body)).build();
    }
}
