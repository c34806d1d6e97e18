package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the schema's queries answer. */
final class Queries {

    private final ShopDocuments shop;
    private final Cancellations cancellations;

    Queries(ShopDocuments shop, Cancellations cancellations) {
        this.shop = shop;
        this.cancellations = cancellations;
    }

    RuntimeWiring.Builder wire(RuntimeWiring.Builder wiring) {
        return wiring.type(
                        "QueryRoot",
                        type -> type.dataFetcher("shop", field -> shop.shop())
                                .dataFetcher("currentAppInstallation", field -> appInstallation())
                                .dataFetcher("node", field -> orNull(shop.node(id(field))))
                                .dataFetcher("job", field -> orNull(cancellations.job(id(field))))
                                .dataFetcher("order", field -> orNull(shop.byId(shop.orders(), id(field))))
                                .dataFetcher("customer", field -> orNull(shop.byId(shop.customers(), id(field))))
                                .dataFetcher("product", field -> orNull(shop.byId(shop.products(), id(field))))
                                .dataFetcher("customerByIdentifier", this::customerByIdentifier)
                                .dataFetcher("orders", field -> search(field, SearchIndex.ORDERS, shop::orders))
                                .dataFetcher(
                                        "customers", field -> search(field, SearchIndex.CUSTOMERS, shop::customers))
                                .dataFetcher("products", field -> search(field, SearchIndex.PRODUCTS, shop::products))
                                .dataFetcher(
                                        "productVariants",
                                        field -> search(field, SearchIndex.VARIANTS, shop::variants)))
                .type(
                        "Customer",
                        type -> type.dataFetcher("orders", this::ordersOfCustomer)
                                .dataFetcher("lastOrder", field -> orNull(shop.lastOrderOf(Fields.document(field))))
                                .dataFetcher(
                                        "numberOfOrders",
                                        field -> Long.toString(shop.numberOfOrders(Fields.document(field))))
                                .dataFetcher("amountSpent", field -> shop.amountSpent(Fields.document(field))))
                .type("Order", type -> type.dataFetcher("customer", field -> orNull(customerOf(field))))
                .type("ProductVariant", type -> type.dataFetcher("product", field -> orNull(productOf(field))))
                .type("InventoryLevel", type -> type.dataFetcher("quantities", Queries::quantities));
    }

    private ObjectNode appInstallation() {
        ObjectNode installation = Json.object().put("id", "gid://shopify/AppInstallation/61234567890");
        var scopes = installation.putArray("accessScopes");
        shop.scopes().forEach(scope -> scopes.addObject().put("handle", scope));
        return installation;
    }

    private @Nullable ObjectNode customerByIdentifier(DataFetchingEnvironment field) {
        Map<String, String> identifier = field.getArgumentOrDefault("identifier", Map.of());
        Map.Entry<String, String> only = identifier.entrySet().iterator().next();
        return orNull(
                switch (only.getKey()) {
                    case "emailAddress" -> shop.customerByEmail(only.getValue());
                    case "phoneNumber" -> shop.customerByPhone(only.getValue());
                    default -> shop.byId(shop.customers(), only.getValue());
                });
    }

    private ObjectNode ordersOfCustomer(DataFetchingEnvironment field) {
        return search(field, SearchIndex.ORDERS, () -> shop.ordersOf(Fields.document(field)));
    }

    private ObjectNode search(DataFetchingEnvironment field, SearchIndex index, Supplier<List<ObjectNode>> all) {
        String query = field.getArgumentOrDefault("query", "");
        String sortKey = field.getArgumentOrDefault("sortKey", "ID");
        if (sortKey.equals("RELEVANCE") && query.isBlank()) {
            throw new AdminApiException("BAD_REQUEST", "Sorting by RELEVANCE needs a query.");
        }
        SearchIndex.Found found = index.search(all.get(), SearchQuery.parse(query));
        SearchWarnings.of(field.getGraphQlContext()).add(field, query, found.ignoredFields());
        List<ObjectNode> sorted = Sorting.sorted(found.documents(), sortKey);
        return Page.of(field, field.getArgumentOrDefault("reverse", false) ? sorted.reversed() : sorted);
    }

    private Optional<ObjectNode> customerOf(DataFetchingEnvironment field) {
        return shop.byId(
                shop.customers(), Fields.document(field).path("customerId").asText());
    }

    private Optional<ObjectNode> productOf(DataFetchingEnvironment field) {
        return shop.byId(
                shop.products(), Fields.document(field).path("productId").asText());
    }

    private static List<ObjectNode> quantities(DataFetchingEnvironment field) {
        List<String> names = field.getArgumentOrDefault("names", List.of());
        var quantities = Fields.document(field).path("quantities");
        return names.stream()
                .map(name -> Json.object()
                        .put("name", name)
                        .put("quantity", quantities.path(name).asInt()))
                .toList();
    }

    private static String id(DataFetchingEnvironment field) {
        return field.getArgumentOrDefault("id", "");
    }

    private static @Nullable ObjectNode orNull(Optional<ObjectNode> document) {
        return document.orElse(null);
    }
}
