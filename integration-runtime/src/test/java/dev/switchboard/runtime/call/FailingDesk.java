package dev.switchboard.runtime.call;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.runtime.adapter.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A desk in memory that fails as often as it is told, before or after it did what was asked, and remembers who asked. */
final class FailingDesk implements Desk {
    private final Tokens tokens;
    private final Queue<Trouble> coming = new ConcurrentLinkedQueue<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Instant> askedAt = new CopyOnWriteArrayList<>();
    private final Map<String, String> tickets = new ConcurrentHashMap<>();
    private final CountDownLatch interrupted = new CountDownLatch(1);

    FailingDesk(Tokens tokens) {
        this.tokens = tokens;
    }

    /** What the next call meets. */
    private record Trouble(RuntimeException thrown, boolean afterwards) {}

    /** The next calls fail before anything is done. */
    void refuses(Failure failure, int times) {
        breaks(new IntegrationException("desk", "answer", failure), times);
    }

    /** The next call is done, and its answer is lost. */
    void losesTheAnswer(Failure failure) {
        coming.add(new Trouble(new IntegrationException("desk", "answer", failure), true));
    }

    void breaks(RuntimeException thrown, int times) {
        for (int i = 0; i < times; i++) {
            coming.add(new Trouble(thrown, false));
        }
    }

    void recovers() {
        coming.clear();
    }

    void has(String subject) {
        tickets.put(subject, "ticket of " + subject);
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    List<Instant> askedAt() {
        return List.copyOf(askedAt);
    }

    int tickets() {
        return tickets.size();
    }

    CountDownLatch interrupted() {
        return interrupted;
    }

    @Override
    public Optional<String> status(String number) {
        meets("status", () -> {});
        if (number.equals("never")) {
            hang();
        }
        return Optional.of("open");
    }

    @Override
    public Optional<String> notes(String number) {
        meets("notes", () -> {});
        return Optional.of("called twice");
    }

    @Override
    public String open(String subject) {
        meets("open", () -> has(subject));
        return "ticket of " + subject;
    }

    @Override
    public Optional<String> opened(String subject) {
        meets("opened", () -> {});
        return Optional.ofNullable(tickets.get(subject));
    }

    @Override
    public void close(String number) {
        meets("close", () -> {});
    }

    @Override
    public void ping() {
        meets("ping", () -> {});
    }

    private void meets(String operation, Runnable effect) {
        asked.add(operation);
        askedAt.add(Instant.now());
        tokens.current();
        Trouble trouble = coming.poll();
        if (trouble == null || trouble.afterwards()) {
            effect.run();
        }
        if (trouble != null) {
            throw trouble.thrown();
        }
    }

    private void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            interrupted.countDown();
            Thread.currentThread().interrupt();
        }
    }
}
