package dev.switchboard.integration.port;

import dev.switchboard.events.Money;
import dev.switchboard.events.OrderState;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as the shop has it.
 *
 * @param number as the shop prints it, e.g. {@code #1001}
 * @param state in the words every shop shares
 * @param phone whose order it is; null when the shop does not tell
 * @param total what the buyer paid
 * @param shipments newest first
 */
public record ShopOrder(
        String id,
        String number,
        OrderState state,
        Instant placedAt,
        @Nullable String phone,
        @Nullable String email,
        @Nullable Money total,
        List<String> items,
        List<Shipment> shipments) {
    public ShopOrder {
        items = List.copyOf(items);
        shipments = List.copyOf(shipments);
    }

    /** A parcel. Times and links are null when the carrier tells none. */
    public record Shipment(
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable URI tracking,
            @Nullable Instant shippedAt,
            @Nullable Instant estimatedDelivery,
            @Nullable Instant deliveredAt) {}
}
