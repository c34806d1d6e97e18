package dev.switchboard.cli.house;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What is looked at before anything is started. */
final class Checks {
    private static final long MEGABYTE = 1024L * 1024;
    private static final long NEEDED_MEGABYTES = 512;
    /** Less than Kafka makes room for at once when it begins a file. */
    private static final long FULL_MEGABYTES = 16;

    private Checks() {}

    static void portsAreFree(Ports ports) {
        ports.byName().forEach((name, port) -> {
            if (!isFree(port)) {
                throw new CannotStart("Port " + port + ", meant for " + name
                        + ", is in use: stop the program that holds it (an earlier ./switchboard up?), or choose another port"
                        + " with --port-" + name + ".");
            }
        });
    }

    static void diskHasSpace(Path folder) {
        try {
            long megabytes = Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
            if (megabytes < NEEDED_MEGABYTES) {
                throw new CannotStart("Only " + megabytes + " MB are free on the disk of " + folder
                        + ", and Kafka needs " + NEEDED_MEGABYTES + " MB: free some space.");
            }
        } catch (IOException e) {
            throw new CannotStart("The disk of " + folder + " cannot be read: check the folder's permissions.", e);
        }
    }

    /** A sentence about the disk when nothing more fits on it: what ended there had no room to say why. */
    static Optional<String> fullDisk(Path folder) {
        try {
            boolean full = Files.getFileStore(folder).getUsableSpace() < FULL_MEGABYTES * MEGABYTE;
            return full
                    ? Optional.of("The disk of " + folder + " is full: free some space, then start again.")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static void isBuilt(Project project, Path file) {
        if (!Files.exists(file)) {
            throw new CannotStart(project.shown(file) + " is missing: run ./switchboard up, which builds it.");
        }
    }

    private static boolean isFree(int port) {
        try (var ignored = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
