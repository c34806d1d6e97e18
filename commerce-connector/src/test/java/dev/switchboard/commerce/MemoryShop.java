package dev.switchboard.commerce;

import dev.switchboard.events.Money;
import dev.switchboard.events.OrderState;
import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.CommerceSystem;
import dev.switchboard.integration.port.OrderNumber;
import dev.switchboard.integration.port.Product;
import dev.switchboard.integration.port.ShopOrder;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A shop that has what it is given. */
final class MemoryShop implements CommerceSystem {
    static final Instant PLACED = Instant.parse("2026-11-20T10:00:00Z");

    final List<ShopOrder> orders = new ArrayList<>();

    @Nullable
    Failure failing;

    void has(String number, @Nullable String phone, @Nullable String email) {
        orders.add(new ShopOrder(
                "id-" + orders.size(),
                number,
                OrderState.SHIPPED,
                PLACED,
                phone,
                email,
                new Money(4990, Currency.getInstance("USD")),
                List.of("Canvas Backpack"),
                List.of(new ShopOrder.Shipment(
                        "UPS", "1Z", URI.create("https://ups.example/1Z"), PLACED.plusSeconds(60), null, null))));
    }

    @Override
    public void ping() {}

    @Override
    public List<ShopOrder> ordersByNumber(OrderNumber number) {
        return having(order -> new OrderNumber(order.number()).equals(number), orders.size());
    }

    @Override
    public List<ShopOrder> recentOrders(PhoneNumber customer, int limit) {
        return having(order -> order.phone() != null && customer.writtenAs(order.phone()), limit);
    }

    @Override
    public List<ShopOrder> recentOrders(EmailAddress customer, int limit) {
        return having(order -> customer.value().equals(order.email()), limit);
    }

    @Override
    public List<Product> searchProducts(String words, int limit) {
        return List.of();
    }

    @Override
    public String toString() {
        return "memory";
    }

    private List<ShopOrder> having(Predicate<ShopOrder> wanted, int limit) {
        if (failing != null) {
            throw new IntegrationException("memory", "/orders", failing);
        }
        return orders.stream().filter(wanted).limit(limit).toList();
    }
}
