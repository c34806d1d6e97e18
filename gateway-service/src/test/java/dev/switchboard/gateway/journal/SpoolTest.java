package dev.switchboard.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.events.EventId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final long ROOMY = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void givesBackWhatWentInInOrder() throws IOException {
        try (Spool spool = Spool.open(folder, ROOMY)) {
            spool.append(Entries.spoke("CA1", 1)).join();
            spool.append(Entries.spoke("CA1", 2)).join();

            List<byte[]> lines = spool.next(10);

            assertThat(lines).hasSize(2);
            assertThat(SpoolLine.read(lines.getFirst())).isEqualTo(Entries.spoke("CA1", 1));
            assertThat(SpoolLine.read(lines.getLast())).isEqualTo(Entries.spoke("CA1", 2));
        }
    }

    @Test
    void keepsIdTypeKeyAndTimeReadableOnDisk() throws IOException {
        try (Spool spool = Spool.open(folder, ROOMY)) {
            spool.append(Entries.spoke("CA1", 1)).join();
        }

        assertThat(Files.readString(folder.resolve("events.spool")))
                .contains("\"topic\":\"calls\"", "\"key\":\"CA1\"", "\"type\":\"conversation.customer-spoke.v1\"")
                .contains("\"id\":\"" + EventId.of(Entries.spoke("CA1", 1).event()) + "\"");
    }

    @Test
    void goesOnAfterARestartWhereItStopped() throws IOException {
        try (Spool spool = Spool.open(folder, ROOMY)) {
            spool.append(Entries.spoke("CA1", 1)).join();
            spool.append(Entries.spoke("CA1", 2)).join();
            spool.take(spool.next(1));
        }

        try (Spool spool = Spool.open(folder, ROOMY)) {
            assertThat(spool.waiting()).isEqualTo(1);
            assertThat(SpoolLine.read(spool.next(10).getFirst())).isEqualTo(Entries.spoke("CA1", 2));
        }
    }

    @Test
    void cutsOffTheHalfLineThatACrashLeft() throws IOException {
        byte[] whole = SpoolLine.write(Entries.spoke("CA1", 1));
        for (int length = 1; length < whole.length; length += 7) {
            Files.deleteIfExists(folder.resolve("events.spool"));
            Files.write(folder.resolve("events.spool"), whole, StandardOpenOption.CREATE_NEW);
            Files.write(folder.resolve("events.spool"), Arrays.copyOf(whole, length), StandardOpenOption.APPEND);

            try (Spool spool = Spool.open(folder, ROOMY)) {
                assertThat(spool.waiting()).isEqualTo(1);
                spool.append(Entries.spoke("CA1", 2)).join();
                assertThat(SpoolLine.read(spool.next(10).getLast())).isEqualTo(Entries.spoke("CA1", 2));
            }
        }
    }

    @Test
    void shrinksToNothingWhenAllIsTaken() throws IOException {
        try (Spool spool = Spool.open(folder, ROOMY)) {
            spool.append(Entries.spoke("CA1", 1)).join();
            spool.take(spool.next(10));

            assertThat(Files.size(folder.resolve("events.spool"))).isZero();
            assertThat(spool.waiting()).isZero();
            spool.append(Entries.spoke("CA1", 2)).join();
            assertThat(spool.next(10)).hasSize(1);
        }
    }

    @Test
    void readsLinesLongerThanAChunk() throws IOException {
        String tale = "word ".repeat(40_000);
        try (Spool spool = Spool.open(folder, ROOMY)) {
            spool.append(Entries.said("CA1", 1, tale)).join();
            spool.append(Entries.spoke("CA1", 2)).join();

            assertThat(SpoolLine.read(spool.next(10).getFirst())).isEqualTo(Entries.said("CA1", 1, tale));
            assertThat(spool.next(10)).hasSize(2);
        }
    }

    @Test
    void refusesWhatNoLongerFits() {
        try (Spool spool = Spool.open(folder, 300)) {
            var first = spool.append(Entries.said("CA1", 1, "x".repeat(400)));

            assertThatThrownBy(first::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(NotDurableException.class);
            assertThat(spool.waiting()).isZero();
        }
    }

    @Test
    void tellsAnotherGatewayThatTheFolderIsTaken() {
        try (Spool spool = Spool.open(folder, ROOMY)) {
            assertThatThrownBy(() -> Spool.open(folder, ROOMY))
                    .hasMessageContaining("SWITCHBOARD_SPOOL_DIRECTORY")
                    .hasMessageContaining(folder.toString());
            assertThat(spool.waiting()).isZero();
        }
    }
}
