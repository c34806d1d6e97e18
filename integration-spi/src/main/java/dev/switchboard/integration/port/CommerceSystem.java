package dev.switchboard.integration.port;

import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.integration.Operation;
import dev.switchboard.integration.Operation.Kind;
import dev.switchboard.integration.PhoneNumber;
import java.util.List;

/** The shop. Every method may throw {@link dev.switchboard.integration.IntegrationException}. */
public interface CommerceSystem extends IntegratedSystem {
    /**
     * Orders whose number is exactly this one, however the shop prefixes it. More than one means the number alone does not
     * tell, and nobody's order may be read out on it.
     */
    @Operation(endpoint = "/orders/by-number", kind = Kind.LOOKUP)
    List<ShopOrder> ordersByNumber(OrderNumber number);

    /** A customer's orders, newest first, at most {@code limit}. */
    @Operation(endpoint = "/orders/recent-by-phone", kind = Kind.LOOKUP)
    List<ShopOrder> recentOrders(PhoneNumber customer, int limit);

    /** A customer's orders, newest first, at most {@code limit}. */
    @Operation(endpoint = "/orders/recent-by-email", kind = Kind.LOOKUP)
    List<ShopOrder> recentOrders(EmailAddress customer, int limit);

    /** Products that are for sale and match the words, the best first, at most {@code limit}. */
    @Operation(endpoint = "/products/search", kind = Kind.LOOKUP)
    List<Product> searchProducts(String words, int limit);
}
