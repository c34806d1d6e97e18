package dev.switchboard.cli.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The classes that a JVM loaded, written down when it ends; started a second time, it maps them instead of reading jars. */
record ClassArchive(Path file) {

    /** The JVM's options, after an archive that is older than one of the jars is gone: the JVM would not replace it. */
    List<String> options(List<Path> jars) {
        try {
            if (Files.exists(file) && isOutdated(jars)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new CannotStart(file + " cannot be replaced: check the permissions of its folder.", e);
        }
        return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + file);
    }

    private boolean isOutdated(List<Path> jars) throws IOException {
        var written = Files.getLastModifiedTime(file);
        for (var jar : jars) {
            if (Files.getLastModifiedTime(jar).compareTo(written) >= 0) {
                return true;
            }
        }
        return false;
    }
}
