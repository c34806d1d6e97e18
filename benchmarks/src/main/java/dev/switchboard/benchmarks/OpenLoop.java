package dev.switchboard.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * A fixed timetable: two pieces of work per period, the second half a period after the first. Nothing waits for what came before,
 * and time counts from the planned start, so that a stall costs everyone who rang during it (no coordinated omission).
 */
record OpenLoop(int perSecond, Duration lasting) {
    OpenLoop {
        if (perSecond < 1 || !lasting.isPositive()) {
            throw new IllegalArgumentException("at least once a second, for some time");
        }
    }

    /** What came of one piece of work; {@code took} counts from {@code planned}. */
    record Timed<T>(T result, Instant planned, Duration took) {
        Instant done() {
            return planned.plus(took);
        }
    }

    /** The two of one period. */
    record Pair<A, B>(Timed<A> first, Timed<B> second) {}

    <A, B> List<Pair<A, B>> run(Callable<A> first, Callable<B> second) {
        Duration period = Duration.ofSeconds(1).dividedBy(perSecond);
        long periods = lasting.dividedBy(period);
        List<CompletableFuture<Timed<A>>> firsts = new ArrayList<>();
        List<CompletableFuture<Timed<B>>> seconds = new ArrayList<>();
        long begin = System.nanoTime() + period.toNanos();
        for (long count = 0; count < periods; count++) {
            long planned = begin + count * period.toNanos();
            firsts.add(startAt(planned, first));
            seconds.add(startAt(planned + period.toNanos() / 2, second));
        }
        List<Pair<A, B>> pairs = new ArrayList<>();
        for (int index = 0; index < firsts.size(); index++) {
            pairs.add(new Pair<>(firsts.get(index).join(), seconds.get(index).join()));
        }
        return pairs;
    }

    private static <T> CompletableFuture<Timed<T>> startAt(long planned, Callable<T> work) {
        for (long left = planned - System.nanoTime(); left > 0; left = planned - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        Instant plannedAt = Instant.now().minusNanos(System.nanoTime() - planned);
        CompletableFuture<Timed<T>> done = new CompletableFuture<>();
        Thread.ofVirtual().name("open-loop").start(() -> {
            try {
                T result = work.call();
                done.complete(new Timed<>(result, plannedAt, Duration.ofNanos(System.nanoTime() - planned)));
            } catch (Throwable failed) { // Callable declares it; after an Error nobody must wait for ever
                done.completeExceptionally(failed);
            }
        });
        return done;
    }
}
