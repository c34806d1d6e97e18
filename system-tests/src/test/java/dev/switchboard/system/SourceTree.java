package dev.switchboard.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The project as it lies on disk, seen from this module's folder, where the tests run. */
final class SourceTree {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private SourceTree() {}

    /** The folders that hold a module, by name. */
    static List<Path> modules() {
        return listed(ROOT, folder -> Files.exists(folder.resolve("pom.xml")));
    }

    /** Where the modules' compiled classes are; a module that is not compiled stops the tests. */
    static List<Path> classFolders() {
        return modules().stream()
                .filter(module ->
                        !filesUnder(module.resolve("src/main/java"), ".java").isEmpty())
                .map(module -> module.resolve("target/classes"))
                .peek(classes -> {
                    if (!Files.isDirectory(classes)) {
                        throw new IllegalStateException(classes + " is missing: build the module first");
                    }
                })
                .toList();
    }

    /** Every Java file of the modules, {@code kind} being {@code main} or {@code test}. */
    static List<Path> javaFiles(String kind) {
        return modules().stream()
                .map(module -> module.resolve("src").resolve(kind).resolve("java"))
                .filter(Files::isDirectory)
                .flatMap(folder -> filesUnder(folder, ".java").stream())
                .toList();
    }

    static List<Path> filesUnder(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folders in a folder. */
    static List<Path> foldersIn(Path folder) {
        return Files.isDirectory(folder) ? listed(folder, Files::isDirectory) : List.of();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> listed(Path folder, Predicate<Path> which) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(which).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
