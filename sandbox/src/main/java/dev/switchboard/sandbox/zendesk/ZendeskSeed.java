package dev.switchboard.sandbox.zendesk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import java.util.List;

/** The knowledge base as it stands at the start; one article is for agents only. */
final class ZendeskSeed {

    private ZendeskSeed() {}

    static List<ObjectNode> articles() {
        return List.of(
                article(
                        "How do I return an item?",
                        "<p>You can return any item within <b>30 days</b>. Open your order, choose Return an item, and we"
                                + " e-mail you a prepaid label. The refund arrives within five working days.</p>",
                        "returns"),
                article(
                        "Where is my order?",
                        "<p>As soon as your parcel has left us, you get an e-mail with a tracking link.</p>",
                        "orders"),
                article(
                        "Changing your billing address",
                        "<p>Go to Account, then Billing, and choose Edit address.</p>",
                        "billing"),
                article(
                                "Refund exceptions for agents",
                                "<p>Internal: agents may grant a refund after 30 days for Premium customers.</p>",
                                "internal")
                        .put("user_segment_id", 7_211));
    }

    private static ObjectNode article(String title, String body, String slug) {
        ObjectNode article = Json.object()
                .put("title", title)
                .put("body", body)
                .put("html_url", "https://lee-design.zendesk.example/hc/en-us/articles/" + slug)
                .put("locale", "en-us")
                .put("draft", false)
                .put("section_id", 115_001)
                .put("permission_group_id", 3_301)
                .put("user_segment_id", (String) null);
        return article;
    }
}
