package dev.switchboard.cli.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The project's folders. All that a run leaves behind is under {@code .switchboard}, which git ignores. */
public record Project(Path root) {
    private static final String VERSION = "1.0.0-SNAPSHOT";

    public Project {
        root = root.toAbsolutePath().normalize();
    }

    /** Kept over restarts. */
    Path kafkaData() {
        return state().resolve("kafka");
    }

    Path log(String service) {
        return logs().resolve(service + ".log");
    }

    Path logs() {
        return state().resolve("logs");
    }

    /** Where a service starts, so that what it writes to a relative path does not end in the sources. */
    Path workFolder(String service) {
        return state().resolve("work").resolve(service);
    }

    /** What the JVM learned about a service's classes at an earlier start. */
    Path classArchive(String service) {
        return classArchives().resolve(service + ".jsa");
    }

    Path classArchives() {
        return state().resolve("class-archives");
    }

    Path dotEnv() {
        return root.resolve(".env");
    }

    /** The jar that starts a Quarkus application. */
    Path runner(String module) {
        return application(module).resolve("quarkus-run.jar");
    }

    /** This program's own libraries, Kafka among them. */
    List<Path> libraries() {
        var library = application("cli").resolve("lib");
        return List.of(library.resolve("boot"), library.resolve("main"));
    }

    Path sandboxJar() {
        return root.resolve("sandbox").resolve("target").resolve("sandbox-" + VERSION + ".jar");
    }

    /** A readable name for messages: relative to the project where possible. */
    String shown(Path path) {
        return path.startsWith(root) ? root.relativize(path).toString() : path.toString();
    }

    private Path application(String module) {
        return root.resolve(module).resolve("target").resolve("quarkus-app");
    }

    Path state() {
        return root.resolve(".switchboard");
    }

    static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CannotStart("The folder " + folder + " cannot be made: check the permissions of its parent.", e);
        }
    }
}
