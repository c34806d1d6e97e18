package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Switches;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The shop's documents as the app may see them: without {@code read_all_orders}, no order older than 60 days. */
final class ShopDocuments {

    private static final Duration VISIBLE_ORDERS = Duration.ofDays(60);
    private static final List<String> SCOPES = List.of(
            "read_customers",
            "write_customers",
            "read_fulfillments",
            "read_inventory",
            "read_locations",
            "read_orders",
            "write_orders",
            "read_products",
            "read_returns");

    private final Records records;
    private final Clock clock;
    private final Switches switches;

    ShopDocuments(Records records, Clock clock, Switches switches) {
        this.records = records;
        this.clock = clock;
        this.switches = switches;
    }

    /** To the second, as all of the vendor's times are. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    Records records() {
        return records;
    }

    List<String> scopes() {
        if (!seesAllOrders()) {
            return SCOPES;
        }
        return Stream.concat(SCOPES.stream(), Stream.of("read_all_orders")).toList();
    }

    ObjectNode shop() {
        return records.all("shop").getFirst();
    }

    List<ObjectNode> orders() {
        Instant oldest = seesAllOrders() ? Instant.MIN : now().minus(VISIBLE_ORDERS);
        return records.where(
                        "orders",
                        order -> Instant.parse(order.path("createdAt").asText()).isAfter(oldest))
                .toList();
    }

    List<ObjectNode> ordersOf(JsonNode customer) {
        return orders().stream().filter(order -> isOf(order, customer)).toList();
    }

    List<ObjectNode> customers() {
        return records.all("customers");
    }

    List<ObjectNode> products() {
        return records.all("products");
    }

    List<ObjectNode> variants() {
        List<ObjectNode> variants = new ArrayList<>();
        products().forEach(product -> product.path("variants").forEach(each -> variants.add((ObjectNode) each)));
        return variants;
    }

    Optional<ObjectNode> byId(List<ObjectNode> documents, String id) {
        return documents.stream()
                .filter(document -> document.path("id").asText().equals(id))
                .findFirst();
    }

    Optional<ObjectNode> node(String id) {
        return Stream.of(orders(), customers(), products(), variants())
                .flatMap(documents -> byId(documents, id).stream())
                .findFirst();
    }

    Optional<ObjectNode> customerByEmail(String email) {
        String wanted = email.strip().toLowerCase(Locale.ROOT);
        return customers().stream()
                .filter(each ->
                        each.at("/defaultEmailAddress/emailAddress").asText().equals(wanted))
                .findFirst();
    }

    Optional<ObjectNode> customerByPhone(String phone) {
        return customers().stream()
                .filter(each ->
                        each.at("/defaultPhoneNumber/phoneNumber").asText().equals(phone))
                .findFirst();
    }

    Optional<ObjectNode> lastOrderOf(JsonNode customer) {
        return ordersOf(customer).stream()
                .max(Comparator.comparing(order -> order.path("processedAt").asText()));
    }

    /** Counts what the app may not see, too. */
    long numberOfOrders(JsonNode customer) {
        return records.where("orders", order -> isOf(order, customer)).count();
    }

    ObjectNode amountSpent(JsonNode customer) {
        BigDecimal spent = records.where("orders", order -> isOf(order, customer))
                .map(order -> new BigDecimal(order.path("currentTotalPriceSet").asText()))
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
        return money(spent.toPlainString(), shop().path("currencyCode").asText());
    }

    static ObjectNode money(String amount, String currencyCode) {
        return Json.object().put("amount", amount).put("currencyCode", currencyCode);
    }

    private boolean seesAllOrders() {
        return switches.get("read-all-orders").asBoolean();
    }

    private static boolean isOf(JsonNode order, JsonNode customer) {
        return order.path("customerId").asText().equals(customer.path("id").asText());
    }
}
