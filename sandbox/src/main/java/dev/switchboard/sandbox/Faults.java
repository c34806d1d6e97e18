package dev.switchboard.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for one vendor's next requests, oldest first. Thread-safe. */
public final class Faults {

    private final List<Fault> waiting = new ArrayList<>();

    public synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    /** The next {@code times} requests go wrong this way. */
    public void next(int times, Fault.Kind kind) {
        add(Fault.of(kind).times(times));
    }

    public synchronized void clear() {
        waiting.clear();
    }

    public synchronized List<Fault> waiting() {
        return List.copyOf(waiting);
    }

    synchronized Duration takeLatency(Request request, boolean isTokenEndpoint) {
        return take(request, isTokenEndpoint, true).map(Fault::delay).orElse(Duration.ZERO);
    }

    synchronized Optional<Fault> take(Request request, boolean isTokenEndpoint) {
        return take(request, isTokenEndpoint, false);
    }

    private Optional<Fault> take(Request request, boolean isTokenEndpoint, boolean latency) {
        for (int i = 0; i < waiting.size(); i++) {
            Fault fault = waiting.get(i);
            if ((fault.kind() == Fault.Kind.LATENCY) == latency && fault.hits(request, isTokenEndpoint)) {
                countDown(i, fault);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private void countDown(int index, Fault fault) {
        if (fault.times() == Integer.MAX_VALUE) {
            return;
        }
        if (fault.times() == 1) {
            waiting.remove(index);
            return;
        }
        waiting.set(index, fault.times(fault.times() - 1));
    }
}
