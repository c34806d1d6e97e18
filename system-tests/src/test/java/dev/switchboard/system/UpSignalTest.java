package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./switchboard up} leaves no process behind, however and whenever it is told to stop. */
class UpSignalTest {
    private static final Duration START = Duration.ofMinutes(2);
    private static final int STOP_SECONDS = 40;
    private static final List<String> PROCESSES =
            List.of("gateway", "monitor", "sandbox", "kafka", "crm", "ticketing", "telephony", "commerce");

    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource({
        "INT, 130, Switchboard is up until, 8",
        "TERM, 143, Kafka takes records, 2",
        "HUP, 129, the sandbox answers, 1",
    })
    void leavesNoProcessBehind(String signal, int status, String when, int processes)
            throws IOException, InterruptedException {
        linkTheModules();
        Path said = root.resolve("said.txt");
        Process up = up(said);
        try {
            await().atMost(START)
                    .failFast("it has ended", () -> !up.isAlive())
                    .until(() -> Files.readString(said).contains(when));
            List<ProcessHandle> started = up.descendants().toList();
            assertThat(started).hasSizeGreaterThanOrEqualTo(processes);

            new ProcessBuilder("kill", "-" + signal, Long.toString(up.pid()))
                    .start()
                    .waitFor();

            assertThat(up.waitFor(STOP_SECONDS, TimeUnit.SECONDS))
                    .as("has ended")
                    .isTrue();
            assertThat(up.exitValue()).isEqualTo(status);
            assertThat(started).noneMatch(ProcessHandle::isAlive);
        } finally {
            up.descendants().forEach(ProcessHandle::destroyForcibly);
            up.destroyForcibly();
        }
    }

    /** The folder's end is JUnit's business; what the links point at is not. */
    @AfterEach
    void unlinkTheModules() throws IOException {
        try (Stream<Path> links = Files.list(root)) {
            for (Path link : links.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    /** A project of its own, so that a house that runs in this one is left alone. */
    private void linkTheModules() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of("..").toRealPath())) {
            for (Path module : modules.filter(Files::isDirectory)
                    .filter(folder -> !folder.getFileName().toString().startsWith("."))
                    .toList()) {
                Files.createSymbolicLink(root.resolve(module.getFileName()), module);
            }
        }
    }

    private Process up(Path said) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dswitchboard.root=" + root,
                "-jar",
                Path.of("..", "cli", "target", "quarkus-app", "quarkus-run.jar").toString(),
                "up"));
        for (String name : PROCESSES) {
            command.add("--port-" + name);
            command.add(Integer.toString(freePort()));
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
