package dev.switchboard.sandbox.salesforce;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Tells listeners what became of records, once it is sure: nothing of a transaction that is rolled back. */
final class RecordChanges {
    private final List<Consumer<RecordChange>> listeners = new ArrayList<>();
    private final List<RecordChange> held = new ArrayList<>();
    private boolean holding;

    void tell(Consumer<RecordChange> listener) {
        listeners.add(listener);
    }

    void add(RecordChange change) {
        if (holding) {
            held.add(change);
            return;
        }
        listeners.forEach(listener -> listener.accept(change));
    }

    /** Told afterwards, when the work says true, and never when it says false. */
    boolean together(BooleanSupplier work) {
        holding = true;
        boolean kept = false;
        try {
            kept = work.getAsBoolean();
        } finally {
            holding = false;
            List<RecordChange> changes = kept ? List.copyOf(held) : List.of();
            held.clear();
            changes.forEach(this::add);
        }
        return kept;
    }
}
