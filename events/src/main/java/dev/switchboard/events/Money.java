package dev.switchboard.events;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount in the currency's minor units (cents): 4990 USD is 49.90 dollars. */
public record Money(long minorUnits, Currency currency) {
    /**
     * An amount as shops write it.
     *
     * @throws ArithmeticException when {@code amount} has more decimals than the currency
     */
    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(
                amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
    }

    /** The amount in major units, e.g. 49.90. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }
}
