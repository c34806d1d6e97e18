package dev.switchboard.runtime.adapter;

import dev.switchboard.integration.card.IntegrationCard;
import java.util.List;

/** Some of a system's settings are there and some are missing or cannot be used. The message is for the user. */
public final class HalfSetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HalfSetException(IntegrationCard card, List<String> missing) {
        super(card.name() + " is only half set up: set " + String.join(" and ", missing) + ", or remove the rest of its"
                + " settings to leave it off." + help(card, missing));
    }

    /** The setting is there, but no {@code expected}. */
    HalfSetException(IntegrationCard card, String name, String expected) {
        super(card.name() + " cannot start: " + name + " is not " + expected + "." + help(card, List.of(name)));
    }

    private static String help(IntegrationCard card, List<String> missing) {
        return card.setting(missing.getFirst())
                .map(setting -> " " + setting.name() + ": " + setting.help())
                .orElse("");
    }
}
