package dev.switchboard.cli.house;

import dev.switchboard.cli.child.StopWithParent;
import dev.switchboard.localkafka.LocalKafkaMain;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * The command lines of the started processes: a small JVM each, of the Java that runs this one.
 *
 * @param libraries a class path with the broker on it
 */
record JavaCommand(Project project, String libraries) {
    private static final int KAFKA_HEAP = 160;
    private static final int SANDBOX_HEAP = 96;

    /** Small, because a dozen JVMs share the machine: one collector thread, and the quick compiler only. */
    private static final List<String> SMALL = List.of("-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final List<String> QUIET = List.of(
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    static JavaCommand of(Project project) {
        return new JavaCommand(project, project.libraries() + File.separator + "*");
    }

    List<String> kafka(int port) {
        var arguments = List.of(
                "--port", Integer.toString(port), "--data", project.kafkaData().toString());
        return command("kafka", KAFKA_HEAP, libraries, LocalKafkaMain.class.getName(), arguments);
    }

    List<String> sandbox(int port) {
        return jar("sandbox", SANDBOX_HEAP, project.sandboxJar(), List.of("--port", Integer.toString(port)));
    }

    List<String> service(Service service) {
        return jar(service.name(), service.heap(), project.runner(service.module()), List.of());
    }

    private List<String> jar(String name, int heap, Path jar, List<String> arguments) {
        return command(name, heap, jar.toString(), mainClass(jar), arguments);
    }

    private List<String> command(
            String name, int heapMegabytes, String classPath, String mainClass, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(SMALL);
        command.addAll(classArchive(name));
        command.addAll(QUIET);
        command.add("-cp");
        command.add(ownJar() + File.pathSeparator + classPath);
        command.add(StopWithParent.class.getName());
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    /** Started a second time, a JVM maps the classes that it loaded the first time. */
    private List<String> classArchive(String name) {
        if (!Files.isRegularFile(ownJar())) {
            // In a test: the JVM makes an archive of jars only.
            return List.of();
        }
        return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + project.classArchive(name));
    }

    private static String mainClass(Path jar) {
        try (var opened = new JarFile(jar.toFile())) {
            return opened.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        } catch (IOException e) {
            throw new CannotStart(jar + " cannot be read: delete it, and ./switchboard up builds it again.", e);
        }
    }

    /** The jar, or in a test the folder, that this class came from. */
    private static Path ownJar() {
        try {
            return Path.of(StopWithParent.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of this program is not a file", e);
        }
    }
}
