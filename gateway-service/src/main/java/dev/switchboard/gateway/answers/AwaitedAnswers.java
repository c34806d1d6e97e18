package dev.switchboard.gateway.answers;

import dev.switchboard.events.Answer;
import dev.switchboard.events.ConversationId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Turns that wait, and the answers they wait for. Whoever waits is woken by the answer itself; nothing is polled. */
@Singleton
public final class AwaitedAnswers {
    private final ConcurrentHashMap<ConversationId, List<Waiting>> waiting = new ConcurrentHashMap<>();

    /** Waits from now on: call it before the question is published, so that no answer is too quick. Close it in the end. */
    public Waiting expect(ConversationId conversation, Predicate<Answer> wanted) {
        Waiting one = new Waiting(conversation, wanted);
        waiting.merge(
                conversation,
                List.of(one),
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
        return one;
    }

    /** Wakes those who wait for this answer. */
    public void arrived(Answer answer) {
        for (Waiting one : waiting.getOrDefault(answer.conversation(), List.of())) {
            if (one.wanted.test(answer)) {
                one.answer.complete(answer);
            }
        }
    }

    /** One who waits. */
    public final class Waiting implements AutoCloseable {
        private final ConversationId conversation;
        private final Predicate<Answer> wanted;
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();

        private Waiting(ConversationId conversation, Predicate<Answer> wanted) {
            this.conversation = conversation;
            this.wanted = wanted;
        }

        /** The answer; empty when it does not come in time. */
        public Optional<Answer> within(Duration time) {
            try {
                return Optional.of(answer.get(Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS));
            } catch (TimeoutException late) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (ExecutionException e) {
                throw new IllegalStateException("An answer never fails", e);
            }
        }

        @Override
        public void close() {
            waiting.computeIfPresent(conversation, (same, some) -> {
                List<Waiting> others = some.stream().filter(one -> one != this).toList();
                return others.isEmpty() ? null : others;
            });
        }
    }
}
