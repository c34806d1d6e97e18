package dev.switchboard.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.switchboard.sandbox.Sandbox;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopifyAccessTest {

    private static final String PING = "{ shop { name } currentAppInstallation { accessScopes { handle } } }";
    private static final String GRANT = "grant_type=client_credentials&client_id=shopify-sandbox-client&client_secret=";
    private static final String FORM = "application/x-www-form-urlencoded";

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
    void refusesAnUnknownTokenWithATextInsteadOfAList() throws Exception {
        HttpResponse<String> response = client.graphql("2026-10", "shpat_wrong", PING, Map.of());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(AdminClient.json(response).path("errors").isTextual()).isTrue();
    }

    @Test
    void givesATokenThatWorksUntilItEnds() throws Exception {
        JsonNode grant = AdminClient.json(token(FORM, GRANT + "shopify-sandbox-secret"));
        String token = grant.path("access_token").asText();

        assertThat(grant.path("expires_in").asLong()).isEqualTo(86_399);
        assertThat(token).startsWith("shpat_");
        assertThat(client.graphql("2026-10", token, PING, Map.of()).statusCode())
                .isEqualTo(200);

        sandbox.expireTokens("shopify");

        assertThat(client.graphql("2026-10", token, PING, Map.of()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void takesTheGrantAsJsonToo() throws Exception {
        HttpResponse<String> response = token(
                "application/json",
                "{\"grant_type\":\"client_credentials\",\"client_id\":\"shopify-sandbox-client\","
                        + "\"client_secret\":\"shopify-sandbox-secret\"}");

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAWrongSecret() throws Exception {
        HttpResponse<String> response = token(FORM, GRANT + "wrong");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(AdminClient.json(response).path("error").asText()).isEqualTo("invalid_client");
    }

    @Test
    void answersAnAppOfAnotherOrganisationWithAPageForPeople() throws Exception {
        sandbox.switches("shopify").set("shop-not-permitted", BooleanNode.TRUE);

        HttpResponse<String> response = token(FORM, GRANT + "shopify-sandbox-secret");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(response.body()).contains("Oauth error shop_not_permitted");
    }

    @Test
    void servesAnExpiredVersionWithTheOldestSupportedOne() throws Exception {
        HttpResponse<String> old = client.graphql("2024-01", ShopifySandbox.STATIC_TOKEN, PING, Map.of());
        HttpResponse<String> now = client.graphql("2026-10", ShopifySandbox.STATIC_TOKEN, PING, Map.of());
        HttpResponse<String> never = client.graphql("2026-11", ShopifySandbox.STATIC_TOKEN, PING, Map.of());

        assertThat(old.headers().firstValue("X-Shopify-API-Version")).hasValue("2026-01");
        assertThat(now.headers().firstValue("X-Shopify-API-Version")).hasValue("2026-10");
        assertThat(now.headers().firstValue("x-request-id")).isPresent();
        assertThat(never.statusCode()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsNotAGraphqlRequest() throws Exception {
        String path = "/admin/api/2026-10/graphql.json";
        String header = "X-Shopify-Access-Token";

        assertThat(client.post(path, "application/json", "{", header, ShopifySandbox.STATIC_TOKEN)
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.post(path, "application/json", "{}", header, ShopifySandbox.STATIC_TOKEN)
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.post(path, "text/plain", "{}", header, ShopifySandbox.STATIC_TOKEN)
                        .statusCode())
                .isEqualTo(415);
    }

    private static HttpResponse<String> token(String contentType, String body) throws Exception {
        return client.post("/admin/oauth/access_token", contentType, body);
    }
}
