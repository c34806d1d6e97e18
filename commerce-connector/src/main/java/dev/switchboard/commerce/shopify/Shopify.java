package dev.switchboard.commerce.shopify;

import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.CommerceSystem;
import dev.switchboard.integration.port.OrderNumber;
import dev.switchboard.integration.port.Product;
import dev.switchboard.integration.port.ShopOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A Shopify shop. Without the scope {@code read_all_orders} what is older than 60 days is simply not there. */
final class Shopify implements CommerceSystem {
    private static final String NEEDED_SCOPE = "read_orders";
    private static final int NEIGHBOURS = 5;
    private static final int LARGEST_PAGE = 25;

    private final ShopifyGraph graph;
    private volatile @Nullable NumberFormat format;

    Shopify(ShopifyGraph graph) {
        this.graph = graph;
    }

    /** Also fails for a token that may not read orders: without it every order would be "not found". */
    @Override
    public void ping() {
        ShopifyJson.ShopAnswer answer = graph.ask(ShopifyDocument.SHOP, Map.of(), ShopifyJson.ShopAnswer.class);
        ShopifyJson.Installation installation = answer.currentAppInstallation();
        boolean allowed = installation == null
                || installation.accessScopes().stream()
                        .anyMatch(scope -> scope.handle().equals(NEEDED_SCOPE));
        if (!allowed) {
            throw new IntegrationException("shopify", "/ping", new Failure.Forbidden(200, NEEDED_SCOPE));
        }
    }

    @Override
    public List<ShopOrder> ordersByNumber(OrderNumber number) {
        String said = number.value();
        NumberFormat written = format();
        return byId(said)
                .or(() -> byName(said, said, written))
                .or(() -> byName(written.whole(said), said, written))
                .or(() -> byConfirmation(said))
                .orElse(List.of())
                .stream()
                .map(ShopifyOrders::order)
                .toList();
    }

    /** The customer's own number first; then customers who only hold it in their address; then guests' orders. */
    @Override
    public List<ShopOrder> recentOrders(PhoneNumber customer, int limit) {
        return ordersOf(Map.of("phoneNumber", customer.e164()), limit)
                .or(() -> customerHaving(customer).flatMap(id -> ordersOf(Map.of("id", id), limit)))
                .orElseGet(() -> found(ShopifySearch.quoted(customer.e164()), limit, order -> isOf(order, customer)))
                .stream()
                .map(ShopifyOrders::order)
                .toList();
    }

    /** Orders carry the address, guests' orders too. */
    @Override
    public List<ShopOrder> recentOrders(EmailAddress customer, int limit) {
        String search = ShopifySearch.field("email", customer.value());
        return found(search, limit, order -> customer.value().equalsIgnoreCase(ShopifyOrders.email(order))).stream()
                .map(ShopifyOrders::order)
                .toList();
    }

    @Override
    public List<Product> searchProducts(String words, int limit) {
        String terms = ShopifySearch.words(words);
        if (terms.isEmpty()) {
            return List.of();
        }
        Map<String, Object> variables = Map.of("search", "status:active " + terms, "first", page(limit));
        return graph
                .ask(ShopifyDocument.PRODUCTS, variables, ShopifyJson.ProductsAnswer.class)
                .products()
                .nodes()
                .stream()
                .map(Shopify::product)
                .toList();
    }

    /** Ids have 13 digits, numbers have not; read by id, an order is there at once. */
    private Optional<List<ShopifyJson.Order>> byId(String said) {
        if (!said.matches("[0-9]{10,19}")) {
            return Optional.empty();
        }
        Map<String, Object> variables = Map.of("id", "gid://shopify/Order/" + said);
        return Optional.ofNullable(graph.ask(ShopifyDocument.ORDER, variables, ShopifyJson.OrderAnswer.class)
                        .order())
                .map(List::of);
    }

    /** Lowest numbers first: whatever begins with the number that was said is higher than it. */
    private Optional<List<ShopifyJson.Order>> byName(String search, String said, NumberFormat written) {
        return some(orders(ShopifySearch.field("name", search), NEIGHBOURS, "ORDER_NUMBER", false).stream()
                .filter(order -> written.names(said, order))
                .toList());
    }

    private Optional<List<ShopifyJson.Order>> byConfirmation(String said) {
        if (!said.matches("[A-Z0-9]{6,20}")) {
            return Optional.empty();
        }
        String search = ShopifySearch.field("confirmation_number", said);
        return some(orders(search, NEIGHBOURS, "PROCESSED_AT", true).stream()
                .filter(order -> said.equalsIgnoreCase(order.confirmationNumber()))
                .toList());
    }

    private Optional<List<ShopifyJson.Order>> ordersOf(Map<String, String> who, int limit) {
        Map<String, Object> variables = Map.of("who", who, "first", page(limit));
        return Optional.ofNullable(graph.ask(ShopifyDocument.CUSTOMER, variables, ShopifyJson.CustomerAnswer.class)
                        .customerByIdentifier())
                .map(customer -> customer.orders().nodes());
    }

    /** Empty also when several share the number. */
    private Optional<String> customerHaving(PhoneNumber phone) {
        Map<String, Object> variables = Map.of("search", ShopifySearch.field("phone", phone.e164()));
        List<String> ids = graph
                .ask(ShopifyDocument.CUSTOMERS, variables, ShopifyJson.CustomersAnswer.class)
                .customers()
                .nodes()
                .stream()
                .filter(customer -> has(customer.defaultPhoneNumber(), phone))
                .map(ShopifyJson.KnownCustomer::id)
                .toList();
        return ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty();
    }

    private List<ShopifyJson.Order> found(String search, int limit, Predicate<ShopifyJson.Order> wanted) {
        return orders(search, page(limit), "PROCESSED_AT", true).stream()
                .filter(wanted)
                .toList();
    }

    private List<ShopifyJson.Order> orders(String search, int first, String sort, boolean newestFirst) {
        Map<String, Object> variables =
                Map.of("search", search, "first", first, "sort", sort, "newestFirst", newestFirst);
        return graph.ask(ShopifyDocument.ORDERS, variables, ShopifyJson.OrdersAnswer.class)
                .orders()
                .nodes();
    }

    /** Asked for once: a shop changes it hardly ever, and only for orders to come. */
    private NumberFormat format() {
        NumberFormat known = format;
        if (known == null) {
            ShopifyJson.Shop shop = graph.ask(ShopifyDocument.SHOP, Map.of(), ShopifyJson.ShopAnswer.class)
                    .shop();
            known = new NumberFormat(shop.prefix(), shop.suffix());
            format = known;
        }
        return known;
    }

    private static Product product(ShopifyJson.Item item) {
        boolean available = item.variants() != null
                && item.variants().nodes().stream().anyMatch(ShopifyJson.Variant::availableForSale);
        ShopifyJson.PriceRange prices = item.priceRangeV2();
        return new Product(
                item.id(),
                item.title(),
                ShopifyOrders.money(prices == null ? null : prices.minVariantPrice()),
                available);
    }

    private static boolean isOf(ShopifyJson.Order order, PhoneNumber phone) {
        String written = ShopifyOrders.phone(order);
        return written != null && phone.writtenAs(written);
    }

    private static boolean has(ShopifyJson.@Nullable Phone written, PhoneNumber phone) {
        return written != null && written.phoneNumber() != null && phone.writtenAs(written.phoneNumber());
    }

    private static Optional<List<ShopifyJson.Order>> some(List<ShopifyJson.Order> orders) {
        return orders.isEmpty() ? Optional.empty() : Optional.of(orders);
    }

    private static int page(int limit) {
        return Math.clamp(limit, 1, LARGEST_PAGE);
    }
}
