package dev.switchboard.commerce.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.OrderState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopifyStatusTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "UNFULFILLED,RECEIVED",
        "OPEN,RECEIVED",
        "RESTOCKED,RECEIVED",
        "IN_PROGRESS,PROCESSING",
        "PENDING_FULFILLMENT,PROCESSING",
        "SCHEDULED,PROCESSING",
        "ON_HOLD,ON_HOLD",
        "REQUEST_DECLINED,ON_HOLD",
        "PARTIALLY_FULFILLED,PARTIALLY_SHIPPED",
        "FULFILLED,SHIPPED",
        "FULFILLMENT_NOT_REQUIRED,COMPLETED",
        "BEAMED_UP,UNKNOWN",
        ",UNKNOWN",
    })
    void readsHowFarAnOrderIsPacked(@Nullable String shopifys, OrderState ours) {
        assertThat(ShopifyStatus.of(order("PAID", shopifys, "NO_RETURN", null))).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "LABEL_PURCHASED,SHIPPED",
        "LABEL_PRINTED,SHIPPED",
        "SUBMITTED,SHIPPED",
        "CONFIRMED,SHIPPED",
        "MARKED_AS_FULFILLED,SHIPPED",
        "FULFILLED,SHIPPED",
        "CARRIER_PICKED_UP,SHIPPED",
        "IN_TRANSIT,SHIPPED",
        "OUT_FOR_DELIVERY,OUT_FOR_DELIVERY",
        "ATTEMPTED_DELIVERY,SHIPPED",
        "DELAYED,SHIPPED",
        "NOT_DELIVERED,SHIPPED",
        "FAILURE,SHIPPED",
        "READY_FOR_PICKUP,READY_FOR_PICKUP",
        "PICKED_UP,DELIVERED",
        "DELIVERED,DELIVERED",
    })
    void readsWhereAParcelIs(String shopifys, OrderState ours) {
        assertThat(ShopifyStatus.of(order("PAID", "FULFILLED", "NO_RETURN", null, shopifys)))
                .isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({"CANCELED", "LABEL_VOIDED"})
    void takesNoNoticeOfAParcelThatWasCalledOff(String shopifys) {
        assertThat(ShopifyStatus.of(order("PAID", "UNFULFILLED", "NO_RETURN", null, shopifys)))
                .isEqualTo(OrderState.RECEIVED);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING,UNFULFILLED,PENDING_PAYMENT",
        "AUTHORIZED,UNFULFILLED,PENDING_PAYMENT",
        "PARTIALLY_PAID,UNFULFILLED,PENDING_PAYMENT",
        "EXPIRED,UNFULFILLED,PAYMENT_FAILED",
        "VOIDED,UNFULFILLED,PAYMENT_FAILED",
        "PARTIALLY_REFUNDED,UNFULFILLED,PARTIALLY_REFUNDED",
        "PAID,UNFULFILLED,RECEIVED",
        ",UNFULFILLED,RECEIVED",
        "PENDING,FULFILLED,SHIPPED",
        "PARTIALLY_REFUNDED,FULFILLED,SHIPPED",
        "REFUNDED,FULFILLED,REFUNDED",
    })
    void speaksOfThePaymentOnlyWhileNothingHasLeft(@Nullable String payment, String packed, OrderState ours) {
        assertThat(ShopifyStatus.of(order(payment, packed, "NO_RETURN", null))).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "RETURN_REQUESTED,RETURN_IN_PROGRESS",
        "IN_PROGRESS,RETURN_IN_PROGRESS",
        "RETURNED,DELIVERED",
        "RETURN_FAILED,DELIVERED",
        "INSPECTION_COMPLETE,DELIVERED",
        "NO_RETURN,DELIVERED",
    })
    void saysThatAReturnIsUnderWay(String shopifys, OrderState ours) {
        assertThat(ShopifyStatus.of(order("PAID", "FULFILLED", shopifys, null, "DELIVERED")))
                .isEqualTo(ours);
    }

    @Test
    void saysCancelledBeforeAnythingElse() {
        assertThat(ShopifyStatus.of(order("REFUNDED", "FULFILLED", "IN_PROGRESS", NOW, "DELIVERED")))
                .isEqualTo(OrderState.CANCELLED);
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVERED;DELIVERED,DELIVERED",
        "DELIVERED;IN_TRANSIT,SHIPPED",
        "IN_TRANSIT;OUT_FOR_DELIVERY,OUT_FOR_DELIVERY",
        "OUT_FOR_DELIVERY;READY_FOR_PICKUP,READY_FOR_PICKUP",
        "CANCELED;DELIVERED,DELIVERED",
    })
    void takesSeveralParcelsTogether(String parcels, OrderState ours) {
        assertThat(ShopifyStatus.of(order("PAID", "FULFILLED", "NO_RETURN", null, parcels.split(";"))))
                .isEqualTo(ours);
    }

    @Test
    void saysPartlyShippedThoughTheFirstParcelHasArrived() {
        assertThat(ShopifyStatus.of(order("PAID", "PARTIALLY_FULFILLED", "NO_RETURN", null, "DELIVERED")))
                .isEqualTo(OrderState.PARTIALLY_SHIPPED);
    }

    private static ShopifyJson.Order order(
            @Nullable String payment,
            @Nullable String packed,
            String returning,
            @Nullable Instant cancelledAt,
            String... parcels) {
        List<ShopifyJson.Fulfillment> shipments = Arrays.stream(parcels)
                .map(status -> new ShopifyJson.Fulfillment(status, NOW, null, null, null, null))
                .toList();
        return new ShopifyJson.Order(
                "gid://shopify/Order/1",
                "#1",
                1,
                null,
                NOW,
                NOW,
                cancelledAt,
                payment,
                packed,
                returning,
                null,
                null,
                null,
                null,
                null,
                null,
                shipments);
    }
}
