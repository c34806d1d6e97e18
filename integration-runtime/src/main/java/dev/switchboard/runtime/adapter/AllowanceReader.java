package dev.switchboard.runtime.adapter;

import java.util.Optional;

/**
 * Reads the account's quota from a vendor's answer. Asked on every answer, also the good ones, so that we slow down before the
 * vendor refuses.
 */
@FunctionalInterface
public interface AllowanceReader {
    /** For vendors that tell nothing until they refuse. */
    AllowanceReader NONE = answer -> Optional.empty();

    /**
     * What the answer says; empty when it says nothing. Where it tells of several periods, the one that is nearest to its end.
     * Never throws: a header that is no number says nothing.
     *
     * @param answer status and headers; the body of an answer that succeeded is for the adapter alone and is empty here
     */
    Optional<Allowance> allowanceIn(VendorAnswer answer);
}
