package dev.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.switchboard.events.Money;
import dev.switchboard.events.OrderState;
import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.CommerceSystem;
import dev.switchboard.integration.port.OrderNumber;
import dev.switchboard.integration.port.ShopOrder;
import java.util.Comparator;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shop's adapter must do. The port only reads. */
public abstract class CommerceContract extends SystemContract<CommerceSystem> {
    private static final PhoneNumber SARAH = new PhoneNumber("+14155550100");

    protected CommerceContract(String system) {
        super(system, CommerceSystem.class);
    }

    @Override
    protected void lookUp() {
        assertThat(port().ordersByNumber(new OrderNumber("1001"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1001", "#1001", " #1001 ", "10 01"})
    void findsAnOrderHoweverItsNumberIsSaid(String said) {
        assertThat(port().ordersByNumber(new OrderNumber(said))).singleElement().satisfies(order -> {
            assertThat(order.number()).contains("1001");
            assertThat(order.state()).isEqualTo(OrderState.SHIPPED);
            assertThat(order.email()).isEqualTo("sarah@example.com");
            assertThat(order.total()).isEqualTo(new Money(4990, Currency.getInstance("USD")));
            assertThat(order.items()).isNotEmpty();
            assertThat(order.shipments()).first().satisfies(shipment -> {
                assertThat(shipment.carrier()).isEqualTo("UPS");
                assertThat(shipment.tracking()).isNotNull();
            });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "10010", "1", "1001 OR 1000", "*", "\"", "name:1001", "\\", "#", "😀"})
    void takesNothingElseForTheNumber(String said) {
        if (said.equals("#")) {
            assertThat(catchThrowable(() -> new OrderNumber(said))).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        assertThat(port().ordersByNumber(new OrderNumber(said)))
                .extracting(ShopOrder::number)
                .doesNotContain("#1001", "#1000");
    }

    @Test
    void listsSarahsOrdersNewestFirst() {
        assertThat(port().recentOrders(SARAH, 5))
                .isNotEmpty()
                .isSortedAccordingTo(Comparator.comparing(ShopOrder::placedAt).reversed());
        assertThat(port().recentOrders(new EmailAddress("sarah@example.com"), 1))
                .hasSize(1);
        assertThat(port().recentOrders(new PhoneNumber("+14155550199"), 5)).isEmpty();
        assertThat(port().recentOrders(new EmailAddress("nobody@example.com"), 5))
                .isEmpty();
    }

    @Test
    void findsProductsByWords() {
        assertThat(port().searchProducts(productWord(), 3))
                .isNotEmpty()
                .allSatisfy(product -> assertThat(product.title()).isNotBlank());
        assertThat(port().searchProducts("zzzunheardofzzz", 3)).isEmpty();
    }

    /** A word in the title of one of the seed's products. */
    protected abstract String productWord();
}
