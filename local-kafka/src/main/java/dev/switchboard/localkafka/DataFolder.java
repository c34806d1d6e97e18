package dev.switchboard.localkafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/** The folder the broker writes to: formatted once, kept over restarts, deleted on close when it was temporary. */
record DataFolder(Path path, boolean temporary) {

    static DataFolder of(@Nullable Path kept) {
        try {
            if (kept == null) {
                return new DataFolder(Files.createTempDirectory("local-kafka-"), true);
            }
            return new DataFolder(Files.createDirectories(kept).toAbsolutePath(), false);
        } catch (IOException e) {
            throw new KafkaCannotStart(
                    "Kafka's data folder " + kept + " cannot be made: check that its parent exists and is writable.",
                    e);
        }
    }

    /** Gives the folder the identity that a KRaft node refuses to start without; a formatted folder stays as it is. */
    void format() {
        if (Files.exists(path.resolve("meta.properties"))) {
            return;
        }
        try (var quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(quiet)
                    .setNodeId(ServerProperties.NODE)
                    .setClusterId(clusterId())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(path.toString())
                    .addDirectory(path.toString())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) { // Kafka's formatter declares nothing narrower
            throw new KafkaCannotStart(
                    "Kafka's data folder " + path
                            + " cannot be prepared: check the free disk space and its permissions.",
                    e);
        }
    }

    private static String clusterId() {
        var random = UUID.randomUUID();
        return new Uuid(random.getMostSignificantBits(), random.getLeastSignificantBits()).toString();
    }

    void deleteIfTemporary() {
        if (!temporary || !Files.exists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary Kafka folder " + path + " cannot be deleted", e);
        }
    }
}
