package dev.switchboard.crm.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.crm.zoho.ZohoJson.Composite;
import dev.switchboard.crm.zoho.ZohoJson.Field;
import dev.switchboard.crm.zoho.ZohoJson.Result;
import dev.switchboard.crm.zoho.ZohoJson.Rows;
import dev.switchboard.crm.zoho.ZohoJson.SubAnswer;
import dev.switchboard.crm.zoho.ZohoJson.SubRequest;
import dev.switchboard.crm.zoho.ZohoJson.SubResponse;
import dev.switchboard.crm.zoho.ZohoJson.Write;
import dev.switchboard.crm.zoho.ZohoJson.Written;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One customer's Zoho: its version, and the fields its modules have. Every organization is different. */
final class ZohoOrg {
    private static final ZohoFailures FAILURES = new ZohoFailures();
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 10;
    /** The company's own rules run, as when somebody types the record in. */
    private static final List<String> TRIGGER = List.of("workflow");

    private final ZohoApi api;
    private final String version;
    private final String externalIdField;
    private final Clock clock;
    private final ZohoTurns turns;
    private final Map<String, Map<String, Field>> described = new ConcurrentHashMap<>();
    private volatile boolean mayMakeComposites = true;

    ZohoOrg(ZohoApi api, String version, String externalIdField, Clock clock, ZohoTurns turns) {
        this.api = api;
        this.version = version;
        this.externalIdField = externalIdField;
        this.clock = clock;
        this.turns = turns;
    }

    /** Needs the scope that everything else needs, too. */
    void ping() {
        rows(turns.take(() -> api.list(version, ZohoPerson.CONTACTS, "id", 1)));
    }

    List<JsonNode> query(String coql) {
        return read(new ZohoPart.Query(coql, false));
    }

    List<JsonNode> read(ZohoPart part) {
        return rows(turns.take(() -> part.alone(api, version)));
    }

    /** Each part's records, in the order of the parts: in one request, where the account allows it. At most five parts. */
    List<List<JsonNode>> together(List<ZohoPart> parts) {
        boolean tried = mayMakeComposites && parts.size() > 1;
        Optional<List<List<JsonNode>>> together = tried ? composite(parts) : Optional.empty();
        if (together.isPresent()) {
            return together.get();
        }
        List<List<JsonNode>> apart = parts.stream().map(this::unlessOptional).toList();
        // What was refused together and is allowed alone will be refused together again.
        mayMakeComposites = mayMakeComposites && !tried;
        return apart;
    }

    /** What belongs to a record, newest first; all of it, up to two thousand. */
    List<JsonNode> related(ZohoId owner, String related, String fields) {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            int wanted = page;
            Rows rows = turns.take(
                    () -> api.related(version, owner.module(), owner.id(), related, fields, null, wanted, PAGE));
            all.addAll(rows(rows));
            if (rows == null || rows.info() == null || !rows.info().more()) {
                break;
            }
        }
        return all;
    }

    /** Makes a record; where Zoho says there is one already, it is that one. */
    Saved insert(String module, Map<String, Object> values) {
        Result result = insert(module, List.of(values)).getFirst();
        boolean adopted = ZohoFailures.DUPLICATE_DATA.equals(result.code());
        if ((result.failed() && !adopted) || result.id().isEmpty()) {
            throw refused(module, result.code(), result.details());
        }
        return new Saved(result.id(), adopted);
    }

    /** Makes all of the records; throws when one was refused. */
    void insertAll(String module, List<Map<String, Object>> records) {
        insert(module, records).stream().filter(Result::failed).findFirst().ifPresent(failed -> {
            throw refused(module, failed.code(), failed.details());
        });
    }

    /** Whether the module has our unique field: without it other marks have to do. */
    boolean hasExternalId(String module) {
        return has(module, externalIdField);
    }

    String externalIdField() {
        return externalIdField;
    }

    boolean has(String module, String field) {
        return fields(module).containsKey(field);
    }

    /** Whether the pick list has this choice. */
    boolean offers(String module, String field, String choice) {
        Field known = fields(module).get(field);
        return known != null
                && known.choices() != null
                && known.choices().stream().anyMatch(offered -> choice.equals(offered.value()));
    }

    /** The field's length; 0 when it has none, or the module no such field. */
    int length(String module, String field) {
        Field known = fields(module).get(field);
        return known == null ? 0 : known.length();
    }

    /** Empty when this account may not make one: it has a scope of its own, and not every request may be part of it. */
    private Optional<List<List<JsonNode>>> composite(List<ZohoPart> parts) {
        List<SubRequest> requests = new ArrayList<>();
        for (ZohoPart part : parts) {
            requests.add(part.together("part" + requests.size(), version));
        }
        List<SubResponse> responses;
        try {
            responses = responses(requests);
        } catch (IntegrationException refused) {
            if (forThisOrgOnly(refused.failure())) {
                return Optional.empty();
            }
            throw refused;
        }
        List<List<JsonNode>> all = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            all.add(rows(parts.get(part), responses.get(part)));
        }
        return Optional.of(all);
    }

    private List<SubResponse> responses(List<SubRequest> requests) {
        List<SubAnswer> answers = turns.take(() -> api.together(version, new Composite(true, requests)))
                .answers();
        if (answers == null || answers.size() != requests.size()) {
            throw failed("/__composite_requests", new Failure.Malformed(200));
        }
        return answers.stream().map(ZohoOrg::response).toList();
    }

    private static SubResponse response(SubAnswer answer) {
        if (answer.details() == null || answer.details().response() == null) {
            throw failed("/__composite_requests", ZohoFailures.refused(200, answer.code(), null));
        }
        return answer.details().response();
    }

    private List<JsonNode> rows(ZohoPart part, SubResponse response) {
        if (response.status() < 400) {
            JsonNode data = response.body() == null ? null : response.body().path("data");
            return data == null ? List.of() : data.valueStream().toList();
        }
        String body = response.body() == null ? "" : response.body().toString();
        Failure failure = FAILURES.read(new VendorAnswer(response.status(), Map.of(), body), clock.instant());
        if (part.optional() && forThisOrgOnly(failure)) {
            return List.of();
        }
        throw failed("/__composite_requests", failure);
    }

    private List<JsonNode> unlessOptional(ZohoPart part) {
        try {
            return read(part);
        } catch (IntegrationException refused) {
            if (part.optional() && forThisOrgOnly(refused.failure())) {
                return List.of();
            }
            throw refused;
        }
    }

    /** A module or a field that this organization, or our user in it, does not have. */
    private static boolean forThisOrgOnly(Failure failure) {
        return failure instanceof Failure.Invalid || failure instanceof Failure.Forbidden;
    }

    private static boolean lacksScope(IntegrationException refused) {
        return refused.failure() instanceof Failure.Forbidden forbidden
                && ZohoFailures.OAUTH_SCOPE_MISMATCH.equals(forbidden.vendorCode());
    }

    private List<Result> insert(String module, List<Map<String, Object>> records) {
        Written written = turns.take(() -> api.insert(version, module, new Write(records, TRIGGER)));
        if (written.data() == null || written.data().size() != records.size()) {
            throw written.code() == null
                    ? failed("/" + module, new Failure.Malformed(200))
                    : refused(module, written.code(), written.details());
        }
        return written.data();
    }

    /** Nothing found is no body at all; an error may stand in a good answer. */
    private static List<JsonNode> rows(@Nullable Rows rows) {
        if (rows == null) {
            return List.of();
        }
        if (rows.data() == null) {
            throw rows.code() == null
                    ? failed("answer", new Failure.Malformed(200))
                    : refused("answer", rows.code(), rows.details());
        }
        return rows.data();
    }

    private Map<String, Field> fields(String module) {
        Map<String, Field> known = described.get(module);
        if (known == null) {
            known = new HashMap<>();
            for (Field field : describe(module)) {
                known.put(field.name(), field);
            }
            described.put(module, known);
        }
        return known;
    }

    /** None, when our scopes do not let us ask. */
    private List<Field> describe(String module) {
        try {
            ZohoJson.Fields fields = turns.take(() -> api.fields(version, module));
            return fields == null || fields.fields() == null ? List.of() : fields.fields();
        } catch (IntegrationException refused) {
            if (lacksScope(refused)) {
                return List.of();
            }
            throw refused;
        }
    }

    private static IntegrationException refused(String module, @Nullable String code, @Nullable JsonNode details) {
        return failed("/" + module, ZohoFailures.refused(200, code, details));
    }

    private static IntegrationException failed(String operation, Failure failure) {
        return new IntegrationException("zoho", operation, failure);
    }

    /**
     * A record that is there now.
     *
     * @param adopted whether it was there before
     */
    record Saved(String id, boolean adopted) {}
}
