package dev.switchboard.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.ConversationEvent.CustomerSpoke;
import dev.switchboard.events.Event;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationJournalTest {
    private static final Clock CLOCK = Clock.fixed(Entries.NOON, ZoneOffset.UTC);

    private final FickleKafka kafka = new FickleKafka();

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Spool spool;

    @SuppressWarnings("NullAway.Init")
    private ConversationJournal journal;

    @SuppressWarnings("NullAway.Init")
    private SpoolDrainer drainer;

    @BeforeEach
    void open() {
        spool = Spool.open(folder, 1 << 24);
        journal = new ConversationJournal(kafka, spool, CLOCK);
        drainer = new SpoolDrainer(journal, spool, kafka, () -> !kafka.away.get(), Duration.ofMillis(2));
        drainer.start();
    }

    @AfterEach
    void close() {
        drainer.close();
        spool.close();
    }

    @Test
    void sendsToKafkaWhileItIsThere() {
        assertThat(keep("CA1", 1).join()).isEqualTo(Kept.IN_KAFKA);
        assertThat(kafka.turnsOf("CA1")).containsExactly(1);
        assertThat(journal.spooling()).isFalse();
    }

    @Test
    void keepsOnDiskWhatKafkaDoesNotTakeAndAsksItNoMore() {
        kafka.away.set(true);

        assertThat(keep("CA1", 1).join()).isEqualTo(Kept.ON_DISK);
        int asked = kafka.asked.size();
        assertThat(keep("CA2", 1).join()).isEqualTo(Kept.ON_DISK);

        assertThat(kafka.asked).hasSize(asked);
        assertThat(journal.spooled()).isEqualTo(2);
    }

    @Test
    void sendsWhatWaitedWhenKafkaIsBackAndThenDirectlyAgain() {
        kafka.away.set(true);
        keep("CA1", 1).join();
        keep("CA1", 2).join();

        kafka.away.set(false);
        Awaitility.await().until(() -> !journal.spooling());

        assertThat(keep("CA1", 3).join()).isEqualTo(Kept.IN_KAFKA);
        assertThat(kafka.turnsOf("CA1")).containsExactly(1, 2, 3);
    }

    @Test
    void drainsAtTheNextStartWhatAKilledProcessLeft() {
        kafka.away.set(true);
        keep("CA1", 1).join();
        keep("CA1", 2).join();
        close();

        kafka.away.set(false);
        open();
        Awaitility.await().until(() -> !journal.spooling());

        assertThat(kafka.turnsOf("CA1")).containsExactly(1, 2);
    }

    @Test
    void leavesALaneWhenItsWorkIsDone() {
        Lanes lanes = new Lanes();
        CompletableFuture<String> slow = new CompletableFuture<>();
        CompletableFuture<String> first = lanes.enqueue("a", () -> slow);
        CompletableFuture<String> second = lanes.enqueue("a", () -> CompletableFuture.completedFuture("second"));

        assertThat(lanes.enqueue("b", () -> CompletableFuture.completedFuture("other"))
                        .join())
                .isEqualTo("other");
        assertThat(second).isNotDone();
        slow.completeExceptionally(new IllegalStateException("broken"));

        assertThat(second.join()).isEqualTo("second");
        assertThat(first).isCompletedExceptionally();
        assertThat(lanes.busy()).isZero();
    }

    @Test
    void keepsEveryConversationInOrderHoweverOftenKafkaComesAndGoes() {
        Random random = new Random(42);
        List<CompletableFuture<Kept>> kept = new ArrayList<>();
        for (int turn = 1; turn <= 150; turn++) {
            if (turn % 10 == 0) {
                kafka.away.set(random.nextBoolean());
            }
            for (int call = 0; call < 20; call++) {
                kept.add(keep("CA" + call, turn));
            }
            if (random.nextInt(4) == 0) {
                kept.getLast().join();
            }
        }
        kafka.away.set(false);
        kept.forEach(CompletableFuture::join);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !journal.spooling());

        for (int call = 0; call < 20; call++) {
            assertThat(new LinkedHashSet<>(kafka.turnsOf("CA" + call)))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 150).boxed().toList());
        }
    }

    private CompletableFuture<Kept> keep(String call, int turn) {
        return journal.keep("calls", Entries.spoke(call, turn).event());
    }

    /** Takes events, later and on another thread, or not; sometimes it takes them and says that it did not. */
    private static final class FickleKafka implements EventSender {
        final AtomicBoolean away = new AtomicBoolean();
        final List<Event> asked = new CopyOnWriteArrayList<>();
        final List<Event> taken = new CopyOnWriteArrayList<>();
        private final Random random = new Random(7);

        @Override
        public CompletableFuture<Void> send(JournalEntry entry) {
            asked.add(entry.event());
            boolean lostAnswer = random.nextInt(50) == 0 && away.get();
            return CompletableFuture.runAsync(() -> {
                boolean gone = away.get();
                if (!gone || lostAnswer) {
                    taken.add(entry.event());
                }
                if (gone) {
                    throw new IllegalStateException("away");
                }
            });
        }

        List<Integer> turnsOf(String call) {
            return taken.stream()
                    .filter(event -> event.key().equals(call))
                    .map(event -> ((CustomerSpoke) event).turn())
                    .toList();
        }
    }
}
