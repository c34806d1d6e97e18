package dev.switchboard.cli.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
    /** Linux keeps a file system there on which nothing is ever free. */
    private static final Path FULL = Path.of("/proc");

    @TempDir
    Path folder;

    @Test
    void saysThatTheDiskIsFullAndHowMuchIsNeeded() {
        assumeTrue(Files.isDirectory(FULL), "no full disk at hand");

        assertThatThrownBy(() -> Checks.diskHasSpace(FULL))
                .isInstanceOf(CannotStart.class)
                .hasMessage("Only 0 MB are free on the disk of /proc, and Kafka needs 512 MB: free some space.");
    }

    @Test
    void saysAfterTheFactThatTheDiskIsFull() {
        assumeTrue(Files.isDirectory(FULL), "no full disk at hand");

        assertThat(Checks.fullDisk(FULL)).contains("The disk of /proc is full: free some space, then start again.");
        assertThat(Checks.fullDisk(folder)).isEmpty();
    }

    @Test
    void isContentWithADiskThatHasSpace() {
        assertThatCode(() -> Checks.diskHasSpace(folder)).doesNotThrowAnyException();
    }

    @Test
    void saysThatAFolderIsNotThere() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> Checks.diskHasSpace(missing))
                .isInstanceOf(CannotStart.class)
                .hasMessage("The disk of " + missing + " cannot be read: check the folder's permissions.");
    }
}
