package dev.switchboard.gateway.twilio;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answers to webhooks of the last minutes, so that one that comes twice is answered twice with the same document and worked
 * on once. The key is made from signed fields alone: the idempotency header of Twilio is not signed, and a replay could change it.
 */
final class SameAnswers {
    private static final Duration REMEMBERED = Duration.ofMinutes(30);
    private static final int MOST = 50_000;

    private final Clock clock;
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    /** An answer, or the one that is being made. */
    private record Answer(CompletableFuture<String> document, Instant at) {}

    SameAnswers(Clock clock) {
        this.clock = clock;
    }

    /** The answer to the webhook with this key; made by the first to ask, the others wait for it. A failure is not kept. */
    @SuppressWarnings("ReferenceEquality") // whose future it is
    String to(String key, Supplier<String> make) {
        CompletableFuture<String> mine = new CompletableFuture<>();
        CompletableFuture<String> first = claim(key, mine);
        if (first != mine) {
            return first.join();
        }
        try {
            mine.complete(make.get());
        } catch (RuntimeException e) {
            forget(key);
            mine.completeExceptionally(e);
            throw e;
        }
        return mine.join();
    }

    private synchronized CompletableFuture<String> claim(String key, CompletableFuture<String> mine) {
        Instant now = clock.instant();
        @Nullable Answer before = answers.get(key);
        if (before != null && before.at().isAfter(now.minus(REMEMBERED))) {
            return before.document();
        }
        answers.remove(key);
        answers.put(key, new Answer(mine, now));
        if (answers.size() > MOST) {
            answers.remove(answers.keySet().iterator().next());
        }
        return mine;
    }

    private synchronized void forget(String key) {
        answers.remove(key);
    }
}
