package dev.switchboard.sandbox;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the vendors: every class {@code dev.switchboard.sandbox.x.YSandbox} in the jar or folder this class came from.
 * A list or a services file would be one more place that everybody who adds a vendor has to edit.
 */
final class VendorCatalog {

    private static final Pattern VENDOR_CLASS =
            Pattern.compile("dev/switchboard/sandbox/[a-z]+/[A-Za-z]+Sandbox\\.class");

    private VendorCatalog() {}

    static List<VendorSandbox> create(Clock clock) {
        try {
            Path origin = Path.of(VendorCatalog.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return entries(origin).stream()
                    .map(VENDOR_CLASS::matcher)
                    .filter(Matcher::matches)
                    .map(match -> match.group().replace('/', '.').replaceFirst("\\.class$", ""))
                    .sorted()
                    .map(name -> create(name, clock))
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the sandbox cannot read its own classes", e);
        }
    }

    private static List<String> entries(Path origin) throws IOException {
        if (Files.isDirectory(origin)) {
            try (Stream<Path> files = Files.walk(origin)) {
                return files.map(file -> origin.relativize(file).toString().replace('\\', '/'))
                        .toList();
            }
        }
        try (JarFile jar = new JarFile(origin.toFile())) {
            return jar.stream().map(entry -> entry.getName()).toList();
        }
    }

    private static VendorSandbox create(String className, Clock clock) {
        try {
            return Class.forName(className, true, VendorCatalog.class.getClassLoader())
                    .asSubclass(VendorSandbox.class)
                    .getConstructor(Clock.class)
                    .newInstance(clock);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(className + " needs a public constructor that takes a Clock", e);
        }
    }
}
