package dev.switchboard.integration.port;

import java.util.Locale;

/** An order's number as a customer gives it: "1001", "#1001", "EN1001". Compared without case, spaces and leading {@code #}. */
public record OrderNumber(String value) {
    private static final int LONGEST = 40;

    public OrderNumber {
        value = value.strip().replaceFirst("^#", "").replace(" ", "").toUpperCase(Locale.ROOT);
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("An order number has 1 to " + LONGEST + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
