package dev.switchboard.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path folder;

    private Path archive = Path.of("archive");
    private Path jar = Path.of("jar");

    @BeforeEach
    void write() throws IOException {
        archive = Files.createFile(folder.resolve("gateway.jsa"));
        jar = Files.createFile(folder.resolve("gateway.jar"));
        Files.setLastModifiedTime(archive, FileTime.from(NOON));
    }

    @Test
    void goesWhenItsJarWasBuiltAgain() throws IOException {
        Files.setLastModifiedTime(jar, FileTime.from(NOON.plusSeconds(1)));

        var options = new ClassArchive(archive).options(List.of(jar));

        assertThat(archive).doesNotExist();
        assertThat(options).contains("-XX:SharedArchiveFile=" + archive);
    }

    @Test
    void staysAsLongAsItsJarDoes() throws IOException {
        Files.setLastModifiedTime(jar, FileTime.from(NOON.minusSeconds(1)));

        assertThat(new ClassArchive(archive).options(List.of(jar))).isNotEmpty();

        assertThat(archive).exists();
    }
}
