package dev.switchboard.gateway.journal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs work with the same key one after the other, in the order it was handed in; keys do not wait for each other. */
public final class Lanes {
    private final ConcurrentHashMap<String, CompletableFuture<?>> tails = new ConcurrentHashMap<>();

    /**
     * Starts the work when all earlier work of the key is done, whether that went well or not. The work must not block: it may
     * run on the thread that finished the work before it.
     */
    public <T> CompletableFuture<T> enqueue(String key, Supplier<? extends CompletionStage<T>> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        AtomicReference<@Nullable CompletableFuture<?>> before = new AtomicReference<>();
        tails.compute(key, (same, tail) -> {
            before.set(tail);
            return result;
        });
        CompletableFuture<?> earlier = before.get();
        if (earlier == null) {
            start(work, result, key);
        } else {
            var _ = earlier.whenComplete((done, failure) -> start(work, result, key));
        }
        return result;
    }

    /** How many keys have work that is not done. */
    int busy() {
        return tails.size();
    }

    private <T> void start(Supplier<? extends CompletionStage<T>> work, CompletableFuture<T> result, String key) {
        CompletionStage<T> started;
        try {
            started = work.get();
        } catch (RuntimeException e) {
            started = CompletableFuture.failedFuture(e);
        }
        var _ = started.whenComplete((value, failure) -> {
            tails.remove(key, result);
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(failure);
            }
        });
    }
}
