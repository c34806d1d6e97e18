package dev.switchboard.integration;

import java.util.Locale;
import java.util.Optional;

/** An e-mail address, lower-case. */
public record EmailAddress(String value) {
    private static final String SHAPE = "[^\\s@\"<>,;:\\\\()]{1,64}@[^\\s@\"<>,;:\\\\()]{1,189}";

    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!value.matches(SHAPE)) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    /** Empty when {@code written} is none. */
    public static Optional<EmailAddress> parse(String written) {
        return written.strip().toLowerCase(Locale.ROOT).matches(SHAPE)
                ? Optional.of(new EmailAddress(written))
                : Optional.empty();
    }

    /** Masked: addresses are personal data and turn up in logs by accident. */
    @Override
    public String toString() {
        return "…@" + value.substring(value.indexOf('@') + 1);
    }
}
