package dev.switchboard.runtime.adapter;

import dev.switchboard.integration.Failure;
import java.time.Instant;

/** Turns a vendor's failing answer into a {@link Failure}. */
@FunctionalInterface
public interface FailureReader {
    /** By status and {@code Retry-After} alone. */
    FailureReader BY_STATUS = FailureByStatus::of;

    /**
     * What the answer means.
     *
     * @param answer status 400 or above
     * @param now to turn a date in the answer into a wait
     */
    Failure read(VendorAnswer answer, Instant now);
}
