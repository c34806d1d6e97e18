package dev.switchboard.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an order stands, in words every shop shares. */
public enum OrderState {
    @JsonProperty("pending-payment")
    PENDING_PAYMENT,
    @JsonProperty("received")
    RECEIVED,
    @JsonProperty("processing")
    PROCESSING,
    @JsonProperty("on-hold")
    ON_HOLD,
    @JsonProperty("partially-shipped")
    PARTIALLY_SHIPPED,
    @JsonProperty("shipped")
    SHIPPED,
    @JsonProperty("out-for-delivery")
    OUT_FOR_DELIVERY,
    @JsonProperty("ready-for-pickup")
    READY_FOR_PICKUP,
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("return-in-progress")
    RETURN_IN_PROGRESS,
    @JsonProperty("partially-refunded")
    PARTIALLY_REFUNDED,
    @JsonProperty("refunded")
    REFUNDED,
    @JsonProperty("payment-failed")
    PAYMENT_FAILED,
    /** The shop used a word this release does not know. */
    @JsonProperty("unknown")
    UNKNOWN
}
