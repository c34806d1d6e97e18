package dev.switchboard.ticketing.servicenow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.integration.port.KnowledgeArticle;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.Settings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Articles customers may read. The search shows what the integration user may read, so it is kept to the bases that are named, and
 * without any nothing is searched.
 */
final class ServicenowArticles {
    private static final String IDS = "[0-9a-f]{32}(\\s*,\\s*[0-9a-f]{32})*";
    private static final int LONGEST_WORDS = 200;

    private final ServicenowApi api;
    private final Optional<String> bases;
    private final String language;
    private final URI portal;
    private final URI baseUrl;

    private ServicenowArticles(ServicenowApi api, Optional<String> bases, String language, URI portal, URI baseUrl) {
        this.api = api;
        this.bases = bases;
        this.language = language;
        this.portal = portal;
        this.baseUrl = baseUrl;
    }

    static ServicenowArticles of(ServicenowApi api, Connection connection) {
        Settings settings = connection.settings();
        Optional<String> bases = settings.find("SERVICENOW_KB_IDS")
                .map(given -> settings.get("SERVICENOW_KB_IDS", IDS, "sys_ids of 32 characters, separated by commas"));
        String portal = settings.get("SERVICENOW_PORTAL", "[A-Za-z0-9_-]{1,40}", "a portal's name such as sp");
        return new ServicenowArticles(
                api,
                bases.map(ids -> ids.replaceAll("\\s", "")),
                settings.get("SERVICENOW_KB_LANGUAGE", "[a-z]{2,3}(-[A-Za-z]{2})?", "a language such as en"),
                URI.create(connection.baseUrl() + "/" + portal),
                connection.baseUrl());
    }

    List<KnowledgeArticle> search(String words, int limit) {
        String plain = words.replaceAll("[\\p{C}^]", " ").strip();
        if (bases.isEmpty() || plain.isEmpty()) {
            return List.of();
        }
        String asked = plain.length() <= LONGEST_WORDS
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, plain.codePointCount(0, LONGEST_WORDS)));
        return api.searchArticles(asked, bases.get(), language, limit).result().articles().stream()
                .flatMap(article -> article(article).stream())
                .limit(limit)
                .toList();
    }

    private Optional<KnowledgeArticle> article(ServicenowJson.Article article) {
        String text = PlainText.of(html(article));
        return article.title() == null || text.isEmpty()
                ? Optional.empty()
                : Optional.of(new KnowledgeArticle(PlainText.of(article.title()), text, url(article)));
    }

    /** With the search, where the instance sends it; else one more call. */
    private String html(ServicenowJson.Article article) {
        JsonNode text = article.fields() == null ? null : article.fields().get("text");
        if (text != null && !text.path("value").asText().isBlank()) {
            return text.path("value").asText();
        }
        String content = api.article(sysId(article)).complete().content();
        return content == null ? "" : content;
    }

    /** The search's link is relative to the portal. */
    private URI url(ServicenowJson.Article article) {
        String link = article.link() == null ? "" : article.link().replaceAll("[^\\x21-\\x7e]", "");
        if (link.matches("\\?[A-Za-z0-9_=&.:%-]+")) {
            return URI.create(portal + link);
        }
        return link.matches("/[A-Za-z0-9_=&.?/-]+")
                ? URI.create(baseUrl + link)
                : URI.create(portal + "?id=kb_article_view&sys_kb_id=" + sysId(article));
    }

    private static String sysId(ServicenowJson.Article article) {
        return article.id().replaceFirst("^.*:", "").replaceAll("[^0-9a-f]", "");
    }
}
