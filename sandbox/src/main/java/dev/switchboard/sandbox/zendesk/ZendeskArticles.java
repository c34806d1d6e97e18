package dev.switchboard.sandbox.zendesk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The knowledge base. Anybody may search it; an agent's credential also sees what is internal. */
final class ZendeskArticles {

    private static final List<String> NARROWING = List.of("query", "category", "section", "label_names");
    private static final Set<String> STOP_WORDS =
            Set.of("a", "an", "and", "can", "do", "for", "how", "i", "in", "is", "it", "my", "of", "the", "to", "what");

    private final Records records;

    ZendeskArticles(Records records) {
        this.records = records;
    }

    Answer search(Request request, boolean agent) {
        if (NARROWING.stream().allMatch(name -> request.query(name).isEmpty())) {
            return ZendeskErrors.described(
                    400, "InvalidParameter", "One of query, category, section or label_names is required");
        }
        List<String> words = words(request.query("query").orElse(""));
        String locale = request.query("locale").orElse("en-us");
        List<ObjectNode> results = records.where("articles", article -> visible(article, agent, locale))
                .filter(article -> words.isEmpty() || hits(article, words) > 0)
                .sorted(Comparator.comparingInt((ObjectNode article) -> -hits(article, words)))
                .map(article -> result(article, words))
                .toList();
        return ZendeskPages.byOffset(request, "results", results);
    }

    private static boolean visible(ObjectNode article, boolean agent, String locale) {
        return article.path("locale").asText().equalsIgnoreCase(locale)
                && !article.path("draft").asBoolean()
                && (agent || article.path("user_segment_id").isNull());
    }

    /** A word in the title weighs as much as three in the body. */
    private static int hits(ObjectNode article, List<String> words) {
        List<String> title = words(article.path("title").asText());
        List<String> body = words(article.path("body").asText().replaceAll("<[^>]*>", " "));
        return words.stream()
                .mapToInt(word -> (matches(title, word) ? 3 : 0) + (matches(body, word) ? 1 : 0))
                .sum();
    }

    private static boolean matches(List<String> words, String wanted) {
        return words.stream().anyMatch(word -> stem(word).equals(stem(wanted)));
    }

    private static String stem(String word) {
        return word.replaceAll("(ing|ed|s)$", "");
    }

    private static ObjectNode result(ObjectNode article, List<String> words) {
        String snippet = article.path("body").asText().replaceAll("<[^>]*>", "");
        for (String word : words) {
            snippet = snippet.replaceAll("(?i)\\b(" + word + ")\\b", "<em>$1</em>");
        }
        return article.deepCopy().put("snippet", snippet).put("result_type", "article");
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isBlank() && !STOP_WORDS.contains(word))
                .toList();
    }
}
