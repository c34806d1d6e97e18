package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import graphql.schema.DataFetchingEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a connection's page out of everything that was found, which is in order already. */
final class Page {

    private static final int LARGEST = 250;

    private Page() {}

    static ObjectNode of(DataFetchingEnvironment field, List<ObjectNode> all) {
        Integer first = field.getArgument("first");
        if (first == null) {
            throw new AdminApiException("BAD_REQUEST", "you must provide one of first or last");
        }
        if (first < 1 || first > LARGEST) {
            throw new AdminApiException("BAD_REQUEST", "first must be between 1 and " + LARGEST + ", it is " + first);
        }
        int start = start(field.getArgument("after"), all);
        List<ObjectNode> nodes = all.subList(start, Math.min(all.size(), start + first));
        ObjectNode page = Json.object();
        page.set("nodes", Json.array(nodes));
        ObjectNode pageInfo = page.putObject("pageInfo").put("hasNextPage", start + nodes.size() < all.size());
        if (!nodes.isEmpty()) {
            pageInfo.put("endCursor", cursor(nodes.getLast()));
        }
        return page;
    }

    private static int start(@Nullable String after, List<ObjectNode> all) {
        if (after == null) {
            return 0;
        }
        for (int i = 0; i < all.size(); i++) {
            if (cursor(all.get(i)).equals(after)) {
                return i + 1;
            }
        }
        throw new AdminApiException("BAD_REQUEST", "Invalid cursor for current pagination sort.");
    }

    private static String cursor(ObjectNode node) {
        String lastSeen = Json.object().put("last_id", node.path("id").asText()).toString();
        return Base64.getEncoder().encodeToString(lastSeen.getBytes(StandardCharsets.UTF_8));
    }
}
