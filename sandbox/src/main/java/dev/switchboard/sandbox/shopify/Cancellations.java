package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Cancelling is a job: accepted at once, done a moment later, and final. */
final class Cancellations {

    private static final Duration WORK = Duration.ofSeconds(1);
    private static final Set<String> TOO_LATE = Set.of("FULFILLED", "PARTIALLY_FULFILLED");

    private final ShopDocuments shop;

    Cancellations(ShopDocuments shop) {
        this.shop = shop;
    }

    /** Why the order cannot be cancelled. */
    Optional<String> objection(JsonNode order) {
        if (order.hasNonNull("cancelledAt")) {
            return Optional.of("Order has already been cancelled");
        }
        if (TOO_LATE.contains(order.path("displayFulfillmentStatus").asText())) {
            return Optional.of("Cannot cancel an order that has fulfilled items");
        }
        return order.path("returnStatus").asText().equals("IN_PROGRESS")
                ? Optional.of("Cannot cancel an order with an open return")
                : Optional.empty();
    }

    ObjectNode start(ObjectNode order, String reason, boolean isRefunded) {
        String id = "gid://shopify/Job/" + UUID.randomUUID();
        ObjectNode job = Json.object()
                .put("id", id)
                .put("done", false)
                .put("orderId", order.path("id").asText())
                .put("reason", reason)
                .put("isRefunded", isRefunded)
                .put("dueAt", shop.now().plus(WORK).toString());
        return shop.records().put("jobs", id, job);
    }

    Optional<ObjectNode> job(String id) {
        return shop.records().find("jobs", id);
    }

    /** Does the jobs whose time has come; called before every request. */
    void work() {
        Instant now = shop.now();
        for (ObjectNode job : shop.records().all("jobs")) {
            if (!job.path("done").asBoolean()
                    && !Instant.parse(job.path("dueAt").asText()).isAfter(now)) {
                shop.records().find("orders", job.path("orderId").asText()).ifPresent(order -> cancel(order, job, now));
                job.put("done", true);
            }
        }
    }

    private static void cancel(ObjectNode order, JsonNode job, Instant now) {
        order.put("cancelledAt", now.toString())
                .put("cancelReason", job.path("reason").asText())
                .put("updatedAt", now.toString())
                .put("closed", true);
        if (job.path("isRefunded").asBoolean()
                && order.path("displayFinancialStatus").asText().equals("PAID")) {
            order.put("displayFinancialStatus", "REFUNDED");
            order.set("totalRefundedSet", order.get("currentTotalPriceSet"));
        }
    }
}
