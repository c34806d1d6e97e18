package dev.switchboard.sandbox.freshdesk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The knowledge base, searched with an agent's eyes: drafts and what only agents may read are found too. */
final class FreshdeskSolutions {

    private static final int EVERYBODY = 1;
    private static final int AGENTS = 3;
    private static final int DRAFT = 1;
    private static final int PUBLISHED = 2;
    private static final String FOLDERS = "folders";

    private final Records records;

    FreshdeskSolutions(Records records) {
        this.records = records;
    }

    void seed() {
        ObjectNode help = folder(3_001, "Help", EVERYBODY);
        ObjectNode internal = folder(3_002, "For agents", AGENTS);
        article(
                help,
                PUBLISHED,
                "How do I return an item?",
                "<p>You can return any item within <b>30&nbsp;days</b>. Open your order, choose Return &amp; refund, and we"
                        + " e-mail you a prepaid label. The refund arrives within five working days.</p>");
        article(
                help,
                PUBLISHED,
                "Where is my order?",
                "<p>As soon as your parcel has left us, you get an e-mail with a tracking link.</p>");
        article(help, DRAFT, "Refund in the shop", "<p>Not decided yet: a refund over the counter.</p>");
        article(
                internal,
                PUBLISHED,
                "Refund exceptions for agents",
                "<p>Internal: agents may grant a refund after 30 days for Premium customers.</p>");
    }

    Answer search(Request request) {
        String term = request.query("term")
                .filter(asked -> !asked.isBlank())
                .orElseThrow(() -> FreshdeskErrors.invalid("term", "missing_field", "It should be present"));
        List<String> words = Arrays.stream(term.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> word.length() > 2)
                .toList();
        return Answer.json(
                200,
                Json.array(records.where("articles", article -> words.stream().anyMatch(text(article)::contains))
                        .toList()));
    }

    Answer folder(Request request) {
        return Answer.json(200, records.find(FOLDERS, request.parameter("id")).orElseThrow(FreshdeskErrors::notFound));
    }

    private ObjectNode folder(long id, String name, int visibility) {
        return records.put(
                FOLDERS,
                String.valueOf(id),
                Json.object().put("id", id).put("name", name).put("visibility", visibility));
    }

    private void article(ObjectNode folder, int status, String title, String description) {
        long id = records.next("articles", 9_001);
        ObjectNode article = Json.object().put("id", id).put("type", 1).put("category_id", 2_001);
        article.put("folder_id", folder.path("id").asLong())
                .put("status", status)
                .put("title", title)
                .put("description", description)
                .put("description_text", FreshdeskHtml.text(description));
        records.put("articles", String.valueOf(id), article);
    }

    private static String text(ObjectNode article) {
        return (article.path("title").asText() + " "
                        + article.path("description_text").asText())
                .toLowerCase(Locale.ROOT);
    }
}
