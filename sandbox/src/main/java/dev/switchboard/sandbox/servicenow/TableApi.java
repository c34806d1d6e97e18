package dev.switchboard.sandbox.servicenow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Request;
import java.util.List;

/** {@code /api/now/table}: any table's rows. */
final class TableApi {

    private static final int MOST = 10_000;

    private final Instance instance;
    private final Writes writes;

    TableApi(Instance instance, Writes writes) {
        this.instance = instance;
        this.writes = writes;
    }

    Answer list(Request request) {
        Table table = instance.table(request.parameter("table"));
        return list(request, table, request.path().startsWith("/api/now/v1/"));
    }

    /** The limit is applied before the access rules: a page can be short though more rows follow. */
    Answer list(Request request, Table table, boolean missingWhenEmpty) {
        List<ObjectNode> selected =
                new EncodedQuery(instance, table, request.query("sysparm_query").orElse("")).rows();
        int limit = number(request, "sysparm_limit", MOST);
        int offset = number(request, "sysparm_offset", 0);
        RowView view = new RowView(instance, table, request);
        List<ObjectNode> shown = selected.stream()
                .skip(offset)
                .limit(limit)
                .filter(row -> instance.shown(table, row))
                .map(view::of)
                .toList();
        if (shown.isEmpty() && missingWhenEmpty) {
            throw ServicenowErrors.noRecord();
        }
        ObjectNode body = Json.object();
        body.set("result", Json.array(shown));
        if (instance.isOn("cancelled-transactions")) {
            body.putObject("error")
                    .put("message", "Transaction cancelled: maximum execution time exceeded")
                    .put("detail", "Transaction cancelled: maximum execution time exceeded");
            body.put("status", "failure");
        }
        Answer answer = Answer.json(200, body);
        boolean uncounted = request.query("sysparm_no_count").orElse("false").equals("true");
        return uncounted ? answer : paged(request, answer, limit, offset, selected.size());
    }

    Answer read(Request request) {
        Table table = instance.table(request.parameter("table"));
        return one(200, request, table, existing(request, table));
    }

    Answer create(Request request, String user) {
        Table table = instance.table(request.parameter("table"));
        return create(request, table, user);
    }

    Answer create(Request request, Table table, String user) {
        ObjectNode row = writes.create(table, request.json(), user);
        return one(201, request, table, row)
                .withHeader(
                        "Location",
                        request.baseUrl() + "/api/now/v2/table/" + table.name() + "/"
                                + row.path("sys_id").asText());
    }

    Answer update(Request request, String user) {
        Table table = instance.table(request.parameter("table"));
        return update(request, table, user);
    }

    Answer update(Request request, Table table, String user) {
        return one(200, request, table, writes.update(table, existing(request, table), request.json(), user));
    }

    Answer delete(Request request) {
        Table table = instance.table(request.parameter("table"));
        writes.delete(table, existing(request, table));
        return Answer.empty(204);
    }

    ObjectNode existing(Request request, Table table) {
        return instance.visible(table, request.parameter("id")).orElseThrow(ServicenowErrors::noRecord);
    }

    Answer one(int status, Request request, Table table, ObjectNode row) {
        ObjectNode body = Json.object();
        body.set("result", new RowView(instance, table, request).of(row));
        return Answer.json(status, body);
    }

    private static Answer paged(Request request, Answer answer, int limit, int offset, int total) {
        Answer counted = answer.withHeader("X-Total-Count", String.valueOf(total));
        if (offset + limit >= total) {
            return counted;
        }
        String rest = request.rawQuery().replaceAll("(^|&)sysparm_offset=[^&]*", "");
        return counted.withHeader(
                "Link",
                "<" + request.baseUrl() + request.path() + "?" + rest + "&sysparm_offset=" + (offset + limit)
                        + ">;rel=\"next\"");
    }

    private static int number(Request request, String name, int otherwise) {
        return request.query(name)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
