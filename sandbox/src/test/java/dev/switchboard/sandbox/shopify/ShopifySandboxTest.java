package dev.switchboard.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.sandbox.Fault;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Sandbox;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopifySandboxTest {

    private static final String ORDERS =
            "query ($q: String!) { orders(first: 10, query: $q, sortKey: ORDER_NUMBER) { nodes { name } } }";
    private static final String ORDER_1002 = "gid://shopify/Order/5678901231002";

    private static Sandbox sandbox;
    private static AdminClient client;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0);
        client = new AdminClient(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset("shopify");
    }

    @Test
    void showsTheShippedOrderOfSarah() throws Exception {
        JsonNode order = client.query("""
                        query ($q: String!) { orders(first: 5, query: $q) { nodes {
                          name displayFinancialStatus displayFulfillmentStatus email
                          customer { displayName defaultPhoneNumber { phoneNumber } }
                          currentTotalPriceSet { presentmentMoney { amount currencyCode } }
                          lineItems(first: 5) { nodes { title quantity } }
                          fulfillments(first: 3) { displayStatus deliveredAt trackingInfo(first: 1) { company number url } }
                        } } }""", Map.of("q", "name:\"#1001\"")).at("/data/orders/nodes/0");

        assertThat(order.path("name").asText()).isEqualTo("#1001");
        assertThat(order.path("displayFinancialStatus").asText()).isEqualTo("PAID");
        assertThat(order.path("displayFulfillmentStatus").asText()).isEqualTo("FULFILLED");
        assertThat(order.at("/customer/defaultPhoneNumber/phoneNumber").asText())
                .isEqualTo("+14155550100");
        assertThat(order.at("/currentTotalPriceSet/presentmentMoney").toString())
                .isEqualTo("{\"amount\":\"49.90\",\"currencyCode\":\"USD\"}");
        assertThat(order.at("/lineItems/nodes")).hasSize(2);
        assertThat(order.at("/fulfillments/0/trackingInfo/0/company").asText()).isEqualTo("UPS");
        assertThat(order.at("/fulfillments/0/trackingInfo/0/url").asText()).startsWith("https://");
        assertThat(order.at("/fulfillments/0/deliveredAt").isNull()).isTrue();
    }

    @Test
    void findsNeighboursByName() throws Exception {
        assertThat(orderNames("name:\"#1-A\"")).containsExactly("#1-A", "#12-A");
    }

    @Test
    void findsNeighboursByUnquotedEmailOnly() throws Exception {
        assertThat(orderNames("email:sarah@example.com")).contains("#1001", "#1002", "#1003");
        assertThat(orderNames("email:\"SARAH@example.com\"")).containsExactly("#1000", "#1001");
    }

    @Test
    void ignoresAPhoneFilterOnOrdersWithAWarning() throws Exception {
        JsonNode answer = client.query(ORDERS, Map.of("q", "phone:+14155550100"));

        assertThat(answer.at("/data/orders/nodes").size()).isGreaterThan(2);
        assertThat(answer.at("/extensions/search/0/warnings/0/field").asText()).isEqualTo("phone");
    }

    @Test
    void findsAGuestByThePhoneOfTheShippingAddress() throws Exception {
        assertThat(orderNames("\"+14155550177\"")).containsExactly("#1003");
    }

    @Test
    void combinesConditions() throws Exception {
        assertThat(orderNames("customer_id:7012345670002 status:open")).containsExactly("#1002");
        assertThat(orderNames("confirmation_number:\"XPAV284CT\"")).containsExactly("#1001");
        assertThat(orderNames("name:1001 OR name:1000")).containsExactly("#1000", "#1001");
        assertThat(orderNames("-financial_status:paid")).containsExactly("#1003");
        assertThat(orderNames("name:\"9999\"")).isEmpty();
    }

    @Test
    void hidesOldOrdersUnlessTheScopeIsGranted() throws Exception {
        assertThat(orderNames("name:900")).isEmpty();

        sandbox.switches("shopify")
                .set("read-all-orders", Json.object("{\"on\": true}").get("on"));

        assertThat(orderNames("name:900")).containsExactly("#900");
    }

    @Test
    void findsACustomerByExactlyOneIdentifier() throws Exception {
        String query = "query ($i: CustomerIdentifierInput!) { customerByIdentifier(identifier: $i) {"
                + " displayName numberOfOrders amountSpent { amount } lastOrder { name } } }";

        JsonNode customer = client.query(query, Map.of("i", Map.of("phoneNumber", "+14155550100")))
                .at("/data/customerByIdentifier");
        JsonNode stranger = client.query(query, Map.of("i", Map.of("phoneNumber", "+14155550199")));
        JsonNode both = client.query(
                query, Map.of("i", Map.of("phoneNumber", "+14155550100", "emailAddress", "sarah@example.com")));

        assertThat(customer.toString())
                .isEqualTo(
                        "{\"displayName\":\"Sarah Lee\",\"numberOfOrders\":\"2\",\"amountSpent\":{\"amount\":\"69.80\"},"
                                + "\"lastOrder\":{\"name\":\"#1001\"}}");
        assertThat(stranger.at("/data/customerByIdentifier").isNull()).isTrue();
        assertThat(stranger.has("errors")).isFalse();
        assertThat(both.at("/errors/0/extensions/code").asText()).isEqualTo("INVALID_VARIABLE");
    }

    @Test
    void refusesAFieldThatTheSchemaLacks() throws Exception {
        JsonNode answer = client.query("{ orders(first: 1) { nodes { phoneNumber } } }", Map.of());

        assertThat(answer.has("data")).isFalse();
        assertThat(answer.at("/errors/0/message").asText())
                .isEqualTo("Field 'phoneNumber' doesn't exist on type 'Order'");
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("undefinedField");
    }

    @Test
    void refusesAMissingVariableAndAConnectionWithoutASize() throws Exception {
        assertThat(client.query(ORDERS, Map.of())
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("INVALID_VARIABLE");
        assertThat(client.query("{ orders { nodes { id } } }", Map.of())
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("BAD_REQUEST");
    }

    @Test
    void tellsWhatAQueryCosts() throws Exception {
        JsonNode cost = client.query(ORDERS, Map.of("q", "name:1001")).at("/extensions/cost");

        assertThat(cost.path("requestedQueryCost").asInt()).isEqualTo(12);
        assertThat(cost.path("actualQueryCost").asInt()).isEqualTo(3);
        assertThat(cost.at("/throttleStatus/currentlyAvailable").asInt())
                .isLessThanOrEqualTo(cost.at("/throttleStatus/maximumAvailable").asInt());
    }

    @Test
    void refusesAQueryThatCostsTooMuch() throws Exception {
        JsonNode answer =
                client.query("{ orders(first: 100) { nodes { lineItems(first: 20) { nodes { id } } } } }", Map.of());

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("MAX_COST_EXCEEDED");
        assertThat(answer.at("/extensions/cost/requestedQueryCost").asInt()).isEqualTo(2302);
    }

    @Test
    void throttlesInsideASuccessfulAnswer() throws Exception {
        sandbox.faults("shopify").add(Fault.of(Fault.Kind.RATE_LIMITED).times(1).withRetryAfter(Duration.ofSeconds(2)));

        HttpResponse<String> response =
                client.graphql("2026-10", ShopifySandbox.STATIC_TOKEN, ORDERS, Map.of("q", "name:1001"));

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode body = AdminClient.json(response);
        assertThat(body.at("/errors/0/extensions/code").asText()).isEqualTo("THROTTLED");
        JsonNode cost = body.at("/extensions/cost");
        int missing = cost.path("requestedQueryCost").asInt()
                - cost.at("/throttleStatus/currentlyAvailable").asInt();
        assertThat(missing / cost.at("/throttleStatus/restoreRate").asDouble()).isEqualTo(2.0);
        assertThat(orderNames("name:1001")).containsExactly("#1001");
    }

    @Test
    void pagesByCursor() throws Exception {
        String query = "query ($after: String) { orders(first: 4, after: $after) {"
                + " nodes { name } pageInfo { hasNextPage endCursor } } }";
        JsonNode first = client.query(query, Map.of()).at("/data/orders");
        JsonNode second = client.query(
                        query, Map.of("after", first.at("/pageInfo/endCursor").asText()))
                .at("/data/orders");

        assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(first.at("/nodes")).hasSize(4);
        assertThat(second.at("/nodes").findValuesAsText("name")).containsExactly("#1002", "#1003");
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void overwritesANoteAndAddsTags() throws Exception {
        client.query(
                "mutation ($input: OrderInput!) { orderUpdate(input: $input) { order { id } userErrors { message } } }",
                Map.of("input", Map.of("id", ORDER_1002, "note", "called")));
        client.query(
                "mutation ($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { node { id } } }",
                Map.of("id", ORDER_1002, "tags", List.of("ai-call", "AI-call")));

        JsonNode order = client.query("query ($id: ID!) { order(id: $id) { note tags } }", Map.of("id", ORDER_1002));

        assertThat(order.at("/data/order").toString()).isEqualTo("{\"note\":\"called\",\"tags\":[\"ai-call\"]}");
        assertThat(sandbox.records("shopify", "orders").stream()
                        .filter(each -> each.path("note").asText().equals("called")))
                .hasSize(1);
    }

    @Test
    void findsProductsAndTheStockOfAVariant() throws Exception {
        JsonNode products = client.query(
                        "query ($q: String!) { products(first: 5, query: $q, sortKey: RELEVANCE) { nodes {"
                                + " title totalInventory priceRangeV2 { maxVariantPrice { amount } } } } }",
                        Map.of("q", "status:active green"))
                .at("/data/products/nodes");
        JsonNode variants = client.query("""
                        query ($q: String!) { productVariants(first: 5, query: $q) { nodes {
                          price product { title } inventoryItem { inventoryLevels(first: 1) { nodes {
                            quantities(names: ["available", "incoming"]) { name quantity } } } }
                        } } }""", Map.of("q", "sku:\"BAG-BLK\"")).at("/data/productVariants/nodes");

        assertThat(products.findValuesAsText("title")).containsExactly("Green Hoodie");
        assertThat(products.at("/0/priceRangeV2/maxVariantPrice/amount").asText())
                .isEqualTo("24.00");
        assertThat(variants).hasSize(1);
        assertThat(variants.at("/0/inventoryItem/inventoryLevels/nodes/0/quantities")
                        .findValuesAsText("quantity"))
                .containsExactly("3", "20");
    }

    @Test
    void servesWhatWasAddedFromOutside() throws Exception {
        sandbox.addRecord(
                "shopify",
                "orders",
                Json.object(
                        "{\"name\": \"#2001\", \"number\": 2001, \"total\": \"5.00\","
                                + " \"customerId\": \"gid://shopify/Customer/7012345670001\","
                                + " \"lines\": [{\"id\": \"1\", \"title\": \"Sticker\", \"quantity\": 1, \"total\": \"5.00\"}]}"));

        assertThat(orderNames("name:2001 email:\"sarah@example.com\"")).containsExactly("#2001");
    }

    private static List<String> orderNames(String query) throws Exception {
        return client.query(ORDERS, Map.of("q", query)).at("/data/orders/nodes").findValuesAsText("name");
    }
}
