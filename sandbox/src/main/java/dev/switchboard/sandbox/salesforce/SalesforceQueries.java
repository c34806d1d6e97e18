package dev.switchboard.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.util.List;

/** {@code /query}: SOQL in batches of 2,000 rows. */
final class SalesforceQueries {

    private static final int BATCH = 2_000;
    private static final int LONGEST_QUERY = 100_000;

    private final SoqlRows rows;
    private final Records records;

    SalesforceQueries(SoqlRows rows, Records records) {
        this.rows = rows;
        this.records = records;
    }

    Answer query(Request request) {
        return batch(request, request.query("q").orElse(""), 0);
    }

    /** The rest of a query: its locator is the number of the query and how many rows were read. */
    Answer more(Request request) {
        String[] locator = request.parameter("locator").split("-", -1);
        ObjectNode query = records.find("query-locators", locator[0])
                .orElseThrow(() -> SalesforceErrors.invalid("INVALID_QUERY_LOCATOR", "invalid query locator"));
        return batch(request, query.path("soql").asText(), Integer.parseInt(locator[locator.length - 1]));
    }

    private Answer batch(Request request, String soql, int from) {
        if (soql.length() > LONGEST_QUERY) {
            throw SalesforceErrors.invalid(
                    "QUERY_TOO_COMPLICATED", "SOQL statements cannot be longer than 100000 characters");
        }
        Soql query = SoqlParser.parse(soql);
        List<ObjectNode> all = rows.run(query);
        int to = Math.min(all.size(), from + BATCH);
        boolean done = query.count() || to == all.size();
        ObjectNode body = Json.object().put("totalSize", all.size()).put("done", done);
        if (!done) {
            String number = String.valueOf(records.next("query-locators", 1));
            records.put("query-locators", number, Json.object().put("soql", soql));
            body.put(
                    "nextRecordsUrl", "/services/data/" + request.parameter("version") + "/query/" + number + "-" + to);
        }
        body.set("records", query.count() ? Json.array() : Json.array(all.subList(Math.min(from, to), to)));
        return Answer.json(200, body);
    }
}
