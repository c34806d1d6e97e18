package dev.switchboard.sandbox.servicenow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The Knowledge API: whatever the integration user may read, bases for agents included, unless {@code kb} names which. */
final class Knowledge {

    static final String PUBLIC_BASE = "a7e8a78bff0221009b20ffffffffff17";
    private static final String AGENTS_BASE = "dfc19531bf2021003f07e2c1ac0739ab";
    private static final String ARTICLES = "kb_knowledge";
    private static final int LISTED = 30;

    private final Instance instance;

    Knowledge(Instance instance) {
        this.instance = instance;
    }

    void seed() {
        article(
                PUBLIC_BASE,
                "How do I return an item?",
                "<p>You can return any item within <b>30&nbsp;days</b>. Open your order, choose Return &amp; refund, and we"
                        + " e-mail you a prepaid label.</p><script>track('return')</script>");
        article(
                PUBLIC_BASE,
                "Where is my order?",
                "<p>As soon as your parcel has left us, you get an e-mail with a tracking link.</p>");
        article(
                AGENTS_BASE,
                "Return exceptions for agents",
                "<p>Internal: agents may accept a return after 30 days from Premium customers.</p>");
    }

    Answer search(Request request) {
        List<String> words = Arrays.stream(request.query("query")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> word.length() > 2)
                .toList();
        List<String> bases = request.query("kb")
                .map(ids -> Arrays.asList(ids.split(",", -1)))
                .orElse(List.of());
        int limit = request.query("limit").map(Integer::parseInt).orElse(LISTED);
        List<String> fields = Arrays.asList(request.query("fields").orElse("").split(",", -1));
        ArrayNode articles = Json.array();
        instance.records()
                .where(
                        ARTICLES,
                        article -> (bases.isEmpty()
                                        || bases.contains(article.path("kb_knowledge_base")
                                                .asText()))
                                && words.stream().anyMatch(searched(article)::contains))
                .limit(limit)
                .forEach(article -> articles.add(listed(article, fields)));
        ObjectNode result = Json.object();
        result.putObject("meta")
                .put("start", 0)
                .put("end", articles.size())
                .put("count", articles.size())
                .put("query", request.query("query").orElse(""))
                .putObject("status")
                .put("code", 200);
        result.set("articles", articles);
        ObjectNode body = Json.object();
        body.set("result", result);
        return Answer.json(200, body);
    }

    Answer read(Request request) {
        ObjectNode article = Optional.of(request.parameter("id"))
                .flatMap(id -> instance.records().find(ARTICLES, id))
                .orElseThrow(ServicenowErrors::noRecord);
        ObjectNode body = Json.object();
        body.putObject("result")
                .put("sys_id", article.path("sys_id").asText())
                .put("short_description", article.path("short_description").asText())
                .put("number", article.path("number").asText())
                .put("content", article.path("text").asText());
        return Answer.json(200, body);
    }

    private void article(String base, String title, String text) {
        long number = instance.records().next(ARTICLES, 10_001);
        String sysId = "%032x".formatted(number);
        instance.records()
                .put(
                        ARTICLES,
                        sysId,
                        Json.object()
                                .put("sys_id", sysId)
                                .put("number", "KB%07d".formatted(number))
                                .put("kb_knowledge_base", base)
                                .put("short_description", title)
                                .put("text", text));
    }

    private static ObjectNode listed(ObjectNode article, List<String> fields) {
        String sysId = article.path("sys_id").asText();
        ObjectNode listed = Json.object()
                .put("id", "kb_knowledge:" + sysId)
                .put("title", article.path("short_description").asText())
                .put("snippet", "")
                .put("score", "12.5")
                .put("number", article.path("number").asText())
                .put("link", "?id=kb_article_view&sys_kb_id=" + sysId)
                .put("rank", 1);
        ObjectNode shown = listed.putObject("fields");
        fields.stream()
                .filter(article::has)
                .forEach(field -> shown.putObject(field)
                        .put("name", field)
                        .put("label", field)
                        .put("type", "string")
                        .put("value", article.path(field).asText())
                        .put("display_value", article.path(field).asText()));
        return listed;
    }

    private static String searched(ObjectNode article) {
        String text = article.path("text").asText().replaceAll("(?s)<script.*?</script>|<[^>]*>", " ");
        return (article.path("short_description").asText() + " " + text).toLowerCase(Locale.ROOT);
    }
}
