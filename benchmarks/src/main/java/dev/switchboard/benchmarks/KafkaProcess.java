package dev.switchboard.benchmarks;

import dev.switchboard.localkafka.LocalKafka;
import dev.switchboard.localkafka.LocalKafkaMain;
import dev.switchboard.localkafka.TopicSpec;
import dev.switchboard.testkit.house.Broker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Apache Kafka in a process of its own, so that it takes nothing from the JVM that measures. It ends with this JVM. */
final class KafkaProcess implements Broker {
    private static final String READY = "Kafka is ready on ";

    private final Path data;
    private final Path log;
    private final Map<String, String> environment;
    private final String bootstrapServers;
    private Process process;

    private KafkaProcess(Path data, Path log, Map<String, String> environment) {
        this.data = data;
        this.log = log;
        this.environment = Map.copyOf(environment);
        this.process = launch(0);
        this.bootstrapServers = awaitReady(process);
    }

    static KafkaProcess start(Map<String, String> environment) {
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            return new KafkaProcess(
                    Files.createTempDirectory(target, "kafka"), target.resolve("kafka.log"), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void createTopics(List<TopicSpec> topics) {
        LocalKafka.createTopics(bootstrapServers, topics);
    }

    @Override
    public void stop() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void resume() {
        process = launch(Integer.parseInt(bootstrapServers.substring(bootstrapServers.lastIndexOf(':') + 1)));
        awaitReady(process);
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch(int port) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                LocalKafkaMain.class.getName(),
                "--port",
                Integer.toString(port),
                "--data",
                data.toString(),
                "--stop-with-parent");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka cannot be started", e);
        }
    }

    private static String awaitReady(Process process) {
        BufferedReader output = process.inputReader();
        String ready = output.lines()
                .filter(line -> line.startsWith(READY))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Kafka has ended before it was ready"));
        Thread.ofVirtual().name("kafka-output").start(() -> output.lines().forEach(line -> {}));
        return ready.substring(READY.length());
    }
}
