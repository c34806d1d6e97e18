package dev.switchboard.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.crm.salesforce.SalesforceJson.Composite;
import dev.switchboard.crm.salesforce.SalesforceJson.Field;
import dev.switchboard.crm.salesforce.SalesforceJson.Part;
import dev.switchboard.crm.salesforce.SalesforceJson.PartAnswer;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One customer's Salesforce: its version, and the fields it has. Every org is different. */
final class SalesforceOrg {
    private static final SalesforceFailures FAILURES = new SalesforceFailures();
    /** An administrator who adds or hides a field need not restart us. */
    private static final Duration DESCRIBED_AGAIN_AFTER = Duration.ofHours(1);

    private final SalesforceApi api;
    private final String version;
    private final String externalIdField;
    private final Clock clock;
    private final Map<String, Described> described = new ConcurrentHashMap<>();

    SalesforceOrg(SalesforceApi api, String version, String externalIdField, Clock clock) {
        this.api = api;
        this.version = version;
        this.externalIdField = externalIdField;
        this.clock = clock;
    }

    /** Counts as one call and needs the right to call the API. */
    void ping() {
        api.limits(version);
    }

    List<JsonNode> query(String soql) {
        return api.query(version, soql).records();
    }

    List<JsonNode> search(SalesforceJson.Search search) {
        return api.search(version, search).searchRecords();
    }

    /** A query as part of a composite. */
    Part queryPart(String reference, String soql) {
        String encoded = URLEncoder.encode(soql, StandardCharsets.UTF_8).replace("+", "%20");
        return Part.query(reference, data() + "/query?q=" + encoded);
    }

    /** All or nothing: the first failure is thrown. */
    List<PartAnswer> together(List<Part> parts) {
        return composite(new Composite(true, parts), failed -> true);
    }

    /** Each for itself. A failure of {@code needed}, or one that will pass, is thrown; other parts may stay away. */
    Map<String, PartAnswer> sideBySide(List<Part> parts, String needed) {
        List<PartAnswer> answers = composite(
                new Composite(false, parts),
                failed -> failed.referenceId().equals(needed) || !forThisOrgOnly(failureOf(failed)));
        return answers.stream().collect(Collectors.toMap(PartAnswer::referenceId, Function.identity()));
    }

    private List<PartAnswer> composite(Composite composite, Predicate<PartAnswer> serious) {
        List<PartAnswer> answers = api.composite(version, composite).compositeResponse();
        answers.stream()
                .filter(answer -> answer.failed() && !answer.haltedByAnother())
                .filter(serious)
                .findFirst()
                .ifPresent(failed -> {
                    throw new IntegrationException("salesforce", "/composite", failureOf(failed));
                });
        return answers;
    }

    /** A field or an object that this org, or our user in it, does not have. */
    private static boolean forThisOrgOnly(Failure failure) {
        return failure instanceof Failure.Invalid || failure instanceof Failure.Forbidden;
    }

    private Failure failureOf(PartAnswer answer) {
        return FAILURES.read(
                new VendorAnswer(
                        answer.httpStatusCode(), Map.of(), answer.body().toString()),
                clock.instant());
    }

    /**
     * Whether the org has the external id field on this type, and made an external id of it: of another field Salesforce says that
     * it does not exist. Without it other marks have to do.
     */
    boolean hasExternalId(String type) {
        Field known = fields(type).get(externalIdField);
        return known != null && known.externalId();
    }

    /** The record a command made, by its external id. */
    String madeBy(IdempotencyKey key) {
        return externalIdField + " = " + Soql.literal(key.value());
    }

    /** The field's length; 0 when the org has no such field or it has no length. */
    int length(String type, String field) {
        Field known = fields(type).get(field);
        return known == null ? 0 : known.length();
    }

    /** Makes a record, never changes one. With the external id where the org has it, so that a second one is refused. */
    String insert(String type, IdempotencyKey key, Map<String, Object> values, @Nullable String duplicateRule) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put(externalIdField, key.value());
        return api.insert(version, type, duplicateRule, null, fitting(type, all))
                .id();
    }

    /** Makes a record; done again it is the same record. */
    String upsert(String type, IdempotencyKey key, Map<String, Object> values) {
        Map<String, Object> fitting = fitting(type, values);
        return hasExternalId(type)
                ? api.upsert(version, type, externalIdField, key.value(), "TRUE", fitting)
                        .id()
                : api.insert(version, type, null, "TRUE", fitting).id();
    }

    /** The same as the first part of a composite. */
    Part upsertPart(String reference, String type, IdempotencyKey key, Map<String, Object> values) {
        boolean external = hasExternalId(type);
        String url = data() + "/sobjects/" + type + (external ? "/" + externalIdField + "/" + key.value() : "");
        return new Part(
                external ? "PATCH" : "POST",
                url,
                reference,
                Map.of("Sforce-Auto-Assign", "TRUE"),
                fitting(type, values));
    }

    Part insertPart(String reference, String type, Map<String, Object> values) {
        return new Part("POST", data() + "/sobjects/" + type, reference, null, values);
    }

    /** Without what the org lacks, may not be written, or does not offer as a choice. */
    private Map<String, Object> fitting(String type, Map<String, Object> values) {
        Map<String, Field> fields = fields(type);
        Map<String, Object> fitting = new LinkedHashMap<>(values);
        fitting.entrySet().removeIf(value -> {
            Field field = fields.get(value.getKey());
            return field == null || !field.takes(value.getValue());
        });
        return fitting;
    }

    private Map<String, Field> fields(String type) {
        Described known = described.get(type);
        Instant now = clock.instant();
        if (known == null || known.at().plus(DESCRIBED_AGAIN_AFTER).isBefore(now)) {
            Map<String, Field> fields = new HashMap<>();
            for (Field field : api.describe(version, type).fields()) {
                fields.put(field.name(), field);
            }
            known = new Described(fields, now);
            described.put(type, known);
        }
        return known.fields();
    }

    private String data() {
        return "/services/data/" + version;
    }

    /** A type's fields by name, as they were. */
    private record Described(Map<String, Field> fields, Instant at) {}
}
