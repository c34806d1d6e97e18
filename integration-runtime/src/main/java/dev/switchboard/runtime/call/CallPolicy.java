package dev.switchboard.runtime.call;

import dev.switchboard.integration.Operation;
import java.time.Duration;

/**
 * How long and how often an operation of a kind is tried.
 *
 * @param deadline for all attempts together, when the scope sets none
 * @param retries after the first attempt
 */
record CallPolicy(Duration deadline, int retries) {
    static CallPolicy of(Operation.Kind kind) {
        return switch (kind) {
            case LOOKUP -> new CallPolicy(Duration.ofSeconds(10), 2);
            case CREATE -> new CallPolicy(Duration.ofMinutes(2), 4);
            case UPDATE -> new CallPolicy(Duration.ofMinutes(1), 4);
            case PING -> new CallPolicy(Duration.ofSeconds(10), 0);
        };
    }
}
