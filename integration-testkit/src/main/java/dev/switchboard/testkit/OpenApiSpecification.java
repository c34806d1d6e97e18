package dev.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The vendor's OpenAPI files: what they describe must be kept to by requests and by the simulated answers. */
final class OpenApiSpecification implements VendorSpecification {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final List<OpenApiInteractionValidator> validators;

    OpenApiSpecification(List<Path> files) {
        validators = files.stream().map(OpenApiSpecification::validator).toList();
    }

    private static OpenApiInteractionValidator validator(Path file) {
        return OpenApiInteractionValidator.createFor(file.toUri().toString())
                .withBasePathOverride("")
                .withLevelResolver(LevelResolver.create()
                        // Vendors sign in by other means than their files say, answer more than they describe, and
                        // leave
                        // out most of their failing answers.
                        .withLevel("validation.request.security", ValidationReport.Level.IGNORE)
                        .withLevel("validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        // Zendesk's file describes the answer of its token endpoint, but not the request.
                        .withLevel("validation.request.body.unexpected", ValidationReport.Level.IGNORE)
                        .withLevel("validation.response.status.unknown", ValidationReport.Level.IGNORE)
                        .withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.IGNORE)
                        .build())
                .build();
    }

    @Override
    public void check(JsonNode exchange) {
        int status = exchange.path("status").asInt();
        if (status == 0 || status >= 400 || malformedOnPurpose(exchange)) {
            return;
        }
        Request request = request(exchange);
        SimpleResponse response = response(exchange, status);
        Optional<ValidationReport> report = validators.stream()
                .map(validator -> validator.validate(request, response))
                .filter(OpenApiSpecification::describes)
                .findFirst();
        report.ifPresent(found -> assertThat(found.getMessages())
                .as("%s %s by the vendor's specification", request.getMethod(), request.getPath())
                .filteredOn(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .filteredOn(message -> canBeJudged(message.getKey(), exchange))
                .isEmpty());
    }

    private static boolean describes(ValidationReport report) {
        return report.getMessages().stream()
                .noneMatch(message -> message.getKey().equals("validation.request.path.missing")
                        || message.getKey().equals("validation.request.operation.notAllowed"));
    }

    /**
     * Whether the finding is about the exchange: a form's +14155550100 is taken for a number, Meta's file gives parameters no type,
     * and its schema of templates is itself invalid.
     */
    private static boolean canBeJudged(String key, JsonNode exchange) {
        boolean form = exchange.at("/requestHeaders/content-type/0").asText().startsWith(FORM);
        return !(form && key.equals("validation.request.body.schema.type"))
                && (key.contains(".body.") || !key.endsWith("schema.invalidJson"))
                && !key.endsWith("Error");
    }

    /** The sandbox breaks an answer's JSON when a test asks for it. */
    private static boolean malformedOnPurpose(JsonNode exchange) {
        String body = exchange.path("responseBody").asText();
        return body.startsWith("{") && !body.endsWith("}");
    }

    private static Request request(JsonNode exchange) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(
                exchange.path("method").asText(), exchange.path("path").asText());
        exchange.path("requestHeaders")
                .properties()
                .forEach(header ->
                        header.getValue().forEach(value -> request.withHeader(header.getKey(), value.asText())));
        String query = exchange.path("rawQuery").asText("");
        for (String pair : query.isEmpty() || query.equals("null") ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            request.withQueryParam(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]));
        }
        String body = exchange.path("requestBody").asText();
        return (body.isEmpty() ? request : request.withBody(body)).build();
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

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
