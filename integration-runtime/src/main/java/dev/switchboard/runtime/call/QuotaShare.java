package dev.switchboard.runtime.call;

/** The part of a vendor's per-account quota that this replica may use. */
@FunctionalInterface
public interface QuotaShare {
    /** Between 0 (exclusive) and 1: this replica's share of the topic's partitions. */
    double share();
}
