package dev.switchboard.commerce.shopify;

import dev.switchboard.events.Money;
import dev.switchboard.integration.port.ShopOrder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders as the port has them. */
final class ShopifyOrders {
    private ShopifyOrders() {}

    static ShopOrder order(ShopifyJson.Order order) {
        return new ShopOrder(
                order.id(),
                order.name(),
                ShopifyStatus.of(order),
                order.processedAt() == null ? order.createdAt() : order.processedAt(),
                phone(order),
                email(order),
                order.currentTotalPriceSet() == null
                        ? null
                        : money(order.currentTotalPriceSet().presentmentMoney()),
                items(order),
                shipments(order));
    }

    /** Null also for a currency without decimals we know of: nothing is better than a wrong amount. */
    static @Nullable Money money(ShopifyJson.@Nullable Amount amount) {
        if (amount == null) {
            return null;
        }
        try {
            return Money.of(amount.amount(), Currency.getInstance(amount.currencyCode()));
        } catch (IllegalArgumentException | ArithmeticException notAnAmount) {
            return null;
        }
    }

    /** The buyer's own, before the one parcels go to. */
    static @Nullable String phone(ShopifyJson.Order order) {
        ShopifyJson.Buyer buyer = order.customer();
        return Stream.of(
                        Stream.ofNullable(order.phone()),
                        Stream.ofNullable(buyer == null ? null : buyer.defaultPhoneNumber())
                                .flatMap(phone -> Stream.ofNullable(phone.phoneNumber())),
                        Stream.ofNullable(order.shippingAddress())
                                .flatMap(address -> Stream.ofNullable(address.phone())))
                .flatMap(phones -> phones)
                .filter(phone -> !phone.isBlank())
                .findFirst()
                .orElse(null);
    }

    static @Nullable String email(ShopifyJson.Order order) {
        if (order.email() != null && !order.email().isBlank()) {
            return order.email();
        }
        ShopifyJson.Buyer buyer = order.customer();
        return buyer == null || buyer.defaultEmailAddress() == null
                ? null
                : buyer.defaultEmailAddress().emailAddress();
    }

    private static List<String> items(ShopifyJson.Order order) {
        return Stream.ofNullable(order.lineItems())
                .flatMap(lines -> lines.nodes().stream())
                .map(line -> line.quantity() > 1 ? line.quantity() + " × " + line.title() : line.title())
                .toList();
    }

    private static List<ShopOrder.Shipment> shipments(ShopifyJson.Order order) {
        return Stream.ofNullable(order.fulfillments())
                .flatMap(List::stream)
                .filter(shipment -> !ShopifyStatus.calledOff(shipment))
                .sorted(Comparator.comparing(ShopifyJson.Fulfillment::createdAt).reversed())
                .flatMap(ShopifyOrders::parcels)
                .toList();
    }

    /** One for every tracking number; one without when there is none yet. */
    private static Stream<ShopOrder.Shipment> parcels(ShopifyJson.Fulfillment shipment) {
        if (shipment.trackingInfo() == null || shipment.trackingInfo().isEmpty()) {
            return Stream.of(parcel(shipment, new ShopifyJson.Tracking(null, null, null)));
        }
        return shipment.trackingInfo().stream().map(tracking -> parcel(shipment, tracking));
    }

    private static ShopOrder.Shipment parcel(ShopifyJson.Fulfillment shipment, ShopifyJson.Tracking tracking) {
        return new ShopOrder.Shipment(
                tracking.company(),
                tracking.number(),
                link(tracking.url()),
                shipment.inTransitAt() == null ? shipment.createdAt() : shipment.inTransitAt(),
                shipment.estimatedDeliveryAt(),
                shipment.deliveredAt());
    }

    private static @Nullable URI link(@Nullable String url) {
        try {
            return url == null || url.isBlank() ? null : new URI(url);
        } catch (URISyntaxException typedByHand) {
            return null;
        }
    }
}
