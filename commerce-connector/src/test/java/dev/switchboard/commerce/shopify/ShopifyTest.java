package dev.switchboard.commerce.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.OrderNumber;
import dev.switchboard.integration.port.Product;
import dev.switchboard.integration.port.ShopOrder;
import dev.switchboard.testkit.CommerceContract;
import dev.switchboard.testkit.TestHouse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestHouse.class)
class ShopifyTest extends CommerceContract {
    ShopifyTest() {
        super("shopify");
    }

    @Override
    protected String productWord() {
        return "backpack";
    }

    @ParameterizedTest
    @CsvSource({"1-A,#1-A", "#1-a,#1-A", "12-A,#12-A", "XPAV284CT,#1001", "xpav284ct,#1001", "5678901231001,#1001"})
    void findsTheOrderAndNoneOfItsNeighbours(String said, String number) {
        assertThat(port().ordersByNumber(new OrderNumber(said)))
                .extracting(ShopOrder::number)
                .containsExactly(number);
    }

    @Test
    void doesNotSeeOrdersOlderThanTheAppMay() {
        assertThat(port().ordersByNumber(new OrderNumber("900"))).isEmpty();
        vendor().set("read-all-orders", BooleanNode.TRUE);
        assertThat(port().ordersByNumber(new OrderNumber("900")))
                .extracting(ShopOrder::number)
                .containsExactly("#900");
    }

    @Test
    void findsAGuestsOrdersByAddressAndByTheParcelsNumber() {
        assertThat(port().recentOrders(new EmailAddress("guest@example.com"), 3))
                .extracting(ShopOrder::number)
                .containsExactly("#1003");
        assertThat(port().recentOrders(new PhoneNumber("+14155550177"), 3))
                .extracting(ShopOrder::number)
                .containsExactly("#1003");
    }

    @Test
    void sendsItsTokenInShopifysOwnHeaderAndItsDocumentsByName() {
        lookUp();
        List<JsonNode> queries = vendor().exchanges().stream()
                .filter(exchange -> exchange.path("path").asText().equals("/admin/api/2026-10/graphql.json"))
                .toList();
        assertThat(queries).isNotEmpty().allSatisfy(query -> {
            assertThat(query.path("requestHeaders").has("x-shopify-access-token"))
                    .isTrue();
            assertThat(query.path("requestHeaders").has("authorization")).isFalse();
            assertThat(query.path("requestBody").asText()).contains("\"operationName\":");
        });
    }

    @Test
    void doesNotBlameTheSecretWhenTheAppIsAnotherOrganisations() {
        vendor().expireTokens();
        vendor().set("shop-not-permitted", BooleanNode.TRUE);
        assertThat(failureOf(this::lookUp)).isEqualTo(new Failure.Forbidden(400, "shop_not_permitted"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"green hoodie", "hoodie GREEN", "gre"})
    void findsProductsByAllTheirWordsInAnyOrder(String words) {
        assertThat(port().searchProducts(words, 5)).extracting(Product::title).containsExactly("Green Hoodie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status:draft green", "\" OR status:draft OR \"", "backpack\\\" OR tent", "tent\n", "   "})
    void showsNothingThatIsNotForSaleWhateverIsSaid(String words) {
        assertThatCode(() -> assertThat(port().searchProducts(words, 10))
                        .extracting(Product::title)
                        .doesNotContain("Green Tent"))
                .doesNotThrowAnyException();
    }
}
