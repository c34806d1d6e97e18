package dev.switchboard.integration.port;

import dev.switchboard.events.Money;
import org.jspecify.annotations.Nullable;

/** Something for sale; {@code price} is null when the shop tells none. */
public record Product(String id, String title, @Nullable Money price, boolean available) {}
