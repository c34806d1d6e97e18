package dev.switchboard.sandbox.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The help center, searched with a teammate's eyes: drafts unless asked otherwise, and what only some may read. */
final class IntercomArticles {

    private static final String ARTICLES = "articles";

    private final Records records;

    IntercomArticles(Records records) {
        this.records = records;
    }

    void seed() {
        add(Json.object()
                .put("title", "How do I return an item?")
                .put(
                        "body",
                        "<p>You can return any item within <b>30&nbsp;days</b>. Open your order, choose Return &amp; refund,"
                                + " and we e-mail you a prepaid label.</p>")
                .put("url", "https://help.lee-design.example/en/articles/21-returns"));
        add(Json.object()
                .put("title", "Where is my order?")
                .put("body", "<p>As soon as your parcel has left us, you get an e-mail with a tracking link.</p>")
                .put("url", "https://help.lee-design.example/en/articles/22-orders"));
        add(Json.object()
                .put("title", "Refund in the shop")
                .put("body", "<p>Not decided yet: a refund over the counter.</p>")
                .put("url", (String) null)
                .put("state", "draft"));
        add(Json.object()
                .put("title", "Refund exceptions")
                .put("body", "<p>Internal: a refund after 30 days for Premium customers.</p>")
                .put("url", "https://help.lee-design.example/en/articles/24-exceptions")
                .put("help_center_audience", "restricted"));
    }

    ObjectNode add(ObjectNode fields) {
        String id = String.valueOf(records.next(ARTICLES, 21));
        ObjectNode article = Json.object()
                .put("type", "article")
                .put("id", id)
                .put("workspace_id", "sbx1")
                .put("author_id", Long.parseLong(IntercomAdmins.OWN))
                .put("state", "published")
                .put("description", "")
                .put("help_center_audience", "everyone");
        article.setAll(fields);
        return records.put(ARTICLES, id, article);
    }

    Answer search(Request request) {
        String state = request.query("state").orElse("all");
        List<String> words = Arrays.stream(request.query("phrase")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> word.length() > 2)
                .toList();
        List<ObjectNode> found = records.where(
                        ARTICLES,
                        article -> state.equals("all")
                                || article.path("state").asText().equals(state))
                .filter(article -> words.stream().anyMatch(text(article)::contains))
                .toList();
        ObjectNode body = Json.object().put("type", "list").put("total_count", found.size());
        ObjectNode holder = body.putObject("data");
        holder.set("articles", Json.array(found));
        holder.putArray("highlights");
        body.putObject("pages")
                .put("type", "pages")
                .put("page", 1)
                .put("per_page", 10)
                .put("total_pages", 1);
        return Answer.json(200, body);
    }

    private static String text(ObjectNode article) {
        return (article.path("title").asText() + " " + article.path("body").asText()).toLowerCase(Locale.ROOT);
    }
}
