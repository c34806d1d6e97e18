package dev.switchboard.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "49.90, USD, 4990, 49.90",
        "49.9, EUR, 4990, 49.90",
        "49, EUR, 4900, 49.00",
        "-0.01, EUR, -1, -0.01",
        "1500, JPY, 1500, 1500",
        "1.234, KWD, 1234, 1.234",
        "49.900000, USD, 4990, 49.90"
    })
    void countsInTheCurrencysSmallestUnit(BigDecimal written, String currency, long minorUnits, String amount) {
        Money money = Money.of(written, Currency.getInstance(currency));

        assertThat(money.minorUnits()).isEqualTo(minorUnits);
        assertThat(money.amount().toPlainString()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"49.999, USD", "0.5, JPY", "92233720368547758.08, USD"})
    void refusesWhatItWouldHaveToRound(BigDecimal written, String currency) {
        assertThatThrownBy(() -> Money.of(written, Currency.getInstance(currency)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void isNotTheSameInAnotherCurrency() {
        assertThat(new Money(100, Currency.getInstance("USD")))
                .isNotEqualTo(new Money(100, Currency.getInstance("EUR")));
    }
}
