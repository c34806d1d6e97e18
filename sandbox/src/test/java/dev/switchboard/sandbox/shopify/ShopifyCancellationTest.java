package dev.switchboard.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.sandbox.Sandbox;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopifyCancellationTest {

    private static final String UNSHIPPED = "gid://shopify/Order/5678901231002";
    private static final String SHIPPED = "gid://shopify/Order/5678901231001";

    private Sandbox sandbox;
    private AdminClient client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(0);
        client = new AdminClient(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void cancelsAnUnshippedOrderALittleLater() throws Exception {
        JsonNode answer = cancel(UNSHIPPED);
        String job = answer.at("/job/id").asText();

        assertThat(answer.at("/job/done").asBoolean()).isFalse();
        assertThat(order().path("cancelledAt").isNull()).isTrue();

        await().until(() -> client.query("query ($id: ID!) { job(id: $id) { done } }", Map.of("id", job))
                .at("/data/job/done")
                .asBoolean());
        assertThat(order().path("cancelReason").asText()).isEqualTo("CUSTOMER");
        assertThat(order().path("displayFinancialStatus").asText()).isEqualTo("REFUNDED");
        assertThat(cancel(UNSHIPPED).at("/orderCancelUserErrors/0/code").asText())
                .isEqualTo("INVALID");
    }

    @Test
    void refusesToCancelWhatHasShipped() throws Exception {
        JsonNode answer = cancel(SHIPPED);

        assertThat(answer.path("job").isNull()).isTrue();
        assertThat(answer.at("/orderCancelUserErrors/0/code").asText()).isEqualTo("INVALID");
    }

    @Test
    void refusesToCancelWhatDoesNotExist() throws Exception {
        assertThat(cancel("gid://shopify/Order/1")
                        .at("/orderCancelUserErrors/0/code")
                        .asText())
                .isEqualTo("NOT_FOUND");
    }

    private JsonNode cancel(String id) throws Exception {
        return client.query("""
                        mutation ($id: ID!) {
                          orderCancel(orderId: $id, reason: CUSTOMER, restock: true, notifyCustomer: true,
                              refundMethod: {originalPaymentMethodsRefund: true}) {
                            job { id done } orderCancelUserErrors { code field message }
                          }
                        }""", Map.of("id", id)).at("/data/orderCancel");
    }

    private JsonNode order() throws Exception {
        return client.query(
                        "query ($id: ID!) { order(id: $id) { cancelledAt cancelReason displayFinancialStatus } }",
                        Map.of("id", UNSHIPPED))
                .at("/data/order");
    }
}
