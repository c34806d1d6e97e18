package dev.switchboard.commerce.shopify;

import dev.switchboard.events.OrderState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Shopify's words for an order mean in ours. */
final class ShopifyStatus {
    private static final Set<String> NOT_SENT = Set.of("CANCELED", "LABEL_VOIDED");
    private static final Set<OrderState> UNSHIPPED = Set.of(OrderState.RECEIVED, OrderState.PROCESSING);

    private ShopifyStatus() {}

    /** Cancelled, refunded or coming back say more than where the parcel is; that says more than whether it was packed. */
    static OrderState of(ShopifyJson.Order order) {
        if (order.cancelledAt() != null) {
            return OrderState.CANCELLED;
        }
        if ("REFUNDED".equals(order.displayFinancialStatus())) {
            return OrderState.REFUNDED;
        }
        if ("RETURN_REQUESTED".equals(order.returnStatus()) || "IN_PROGRESS".equals(order.returnStatus())) {
            return OrderState.RETURN_IN_PROGRESS;
        }
        OrderState packed = ofFulfillment(order.displayFulfillmentStatus());
        if (packed == OrderState.PARTIALLY_SHIPPED) {
            return packed;
        }
        OrderState state = ofShipments(order.fulfillments()).orElse(packed);
        return UNSHIPPED.contains(state) ? ofPayment(order.displayFinancialStatus(), state) : state;
    }

    /** Whether the shipment is none, because it was called off. */
    static boolean calledOff(ShopifyJson.Fulfillment shipment) {
        return shipment.displayStatus() != null && NOT_SENT.contains(shipment.displayStatus());
    }

    static OrderState ofFulfillment(@Nullable String status) {
        return switch (status) {
            case "UNFULFILLED", "OPEN", "RESTOCKED" -> OrderState.RECEIVED;
            case "IN_PROGRESS", "PENDING_FULFILLMENT", "SCHEDULED" -> OrderState.PROCESSING;
            case "ON_HOLD", "REQUEST_DECLINED" -> OrderState.ON_HOLD;
            case "PARTIALLY_FULFILLED" -> OrderState.PARTIALLY_SHIPPED;
            case "FULFILLED" -> OrderState.SHIPPED;
            case "FULFILLMENT_NOT_REQUIRED" -> OrderState.COMPLETED;
            case null, default -> OrderState.UNKNOWN;
        };
    }

    static OrderState ofShipment(@Nullable String status) {
        return switch (status) {
            case "LABEL_PURCHASED", "LABEL_PRINTED", "SUBMITTED", "CONFIRMED", "MARKED_AS_FULFILLED", "FULFILLED" ->
                OrderState.SHIPPED;
            case "CARRIER_PICKED_UP", "IN_TRANSIT" -> OrderState.SHIPPED;
            case "OUT_FOR_DELIVERY" -> OrderState.OUT_FOR_DELIVERY;
            case "ATTEMPTED_DELIVERY", "DELAYED", "NOT_DELIVERED", "FAILURE" -> OrderState.SHIPPED;
            case "READY_FOR_PICKUP" -> OrderState.READY_FOR_PICKUP;
            case "PICKED_UP", "DELIVERED" -> OrderState.DELIVERED;
            case null, default -> OrderState.UNKNOWN;
        };
    }

    /** Only an order that has not left is told about by its payment. */
    static OrderState ofPayment(@Nullable String status, OrderState unshipped) {
        return switch (status) {
            case "PENDING", "AUTHORIZED", "PARTIALLY_PAID" -> OrderState.PENDING_PAYMENT;
            case "EXPIRED", "VOIDED" -> OrderState.PAYMENT_FAILED;
            case "PARTIALLY_REFUNDED" -> OrderState.PARTIALLY_REFUNDED;
            case null, default -> unshipped;
        };
    }

    /** Delivered when every parcel is; otherwise what the customer can act on comes first. */
    private static Optional<OrderState> ofShipments(@Nullable List<ShopifyJson.Fulfillment> shipments) {
        if (shipments == null) {
            return Optional.empty();
        }
        List<OrderState> states = shipments.stream()
                .filter(shipment -> !calledOff(shipment))
                .map(shipment -> ofShipment(shipment.displayStatus()))
                .filter(state -> state != OrderState.UNKNOWN)
                .toList();
        if (states.isEmpty()) {
            return Optional.empty();
        }
        if (states.stream().allMatch(state -> state == OrderState.DELIVERED)) {
            return Optional.of(OrderState.DELIVERED);
        }
        return List.of(OrderState.READY_FOR_PICKUP, OrderState.OUT_FOR_DELIVERY).stream()
                .filter(states::contains)
                .findFirst()
                .or(() -> Optional.of(OrderState.SHIPPED));
    }
}
