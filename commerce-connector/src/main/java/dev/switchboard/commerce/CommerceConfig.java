package dev.switchboard.commerce;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** This service's settings. */
@ConfigMapping(prefix = "switchboard.commerce")
interface CommerceConfig {
    /** How long a question inside a turn may take, as a duration; later nobody listens to the answer. */
    @WithDefault("PT4S")
    Duration questionDeadline();

    /**
     * Whether callers are told only of their own orders, by the phone number or address they are known by. When false, whoever
     * names an order's number is told where it is.
     */
    @WithDefault("true")
    boolean ordersNeedOwner();

    /** How many of a customer's latest orders are told of, when no number is said. */
    @WithDefault("3")
    int recentOrders();

    /** The ISO 3166 country that phone numbers without country code are read in. */
    @WithDefault("US")
    String region();
}
