package dev.switchboard.runtime.adapter;

import java.util.List;
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

    /**
     * The same for vendors that tell of a short and of a long period on every answer: both, or nobody would hear that a new day has
     * begun as long as more of it is left than of the short one.
     */
    default List<Allowance> allowancesIn(VendorAnswer answer) {
        return allowanceIn(answer).stream().toList();
    }
}
