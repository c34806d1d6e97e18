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

    /**
     * Small, because a dozen JVMs share the machine: one collector thread, the quick compiler only, and a heap that grows when it
     * must instead of being filled to its limit before the first collection, which saves some 25 MB a JVM.
     */
    private static final List<String> SMALL = List.of(
            "-Xms32m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    private static final List<String> QUIET = List.of(
            "-Xlog:disable",
            // A class archive that does not fit is no error: the JVM goes on without it, or with most of it.
            "-Xlog:all=error,cds=off,aot=off:stderr",
            "--sun-misc-unsafe-memory-access=allow",
            "--illegal-native-access=allow");

    static JavaCommand of(Project project) {
        var folders = project.libraries().stream()
                .map(folder -> folder + File.separator + "*")
                .toList();
        return new JavaCommand(project, String.join(File.pathSeparator, folders));
    }

    List<String> kafka(int port) {
        var command = start("kafka", KAFKA_HEAP, project.runner("cli"));
        addProgram(command, libraries, LocalKafkaMain.class.getName());
        command.addAll(List.of("--port", Integer.toString(port)));
        command.addAll(List.of("--data", project.kafkaData().toString()));
        return command;
    }

    List<String> sandbox(Ports ports) {
        var command = jar("sandbox", SANDBOX_HEAP, project.sandboxJar());
        command.addAll(List.of("--port", Integer.toString(ports.sandbox()), "--webhooks", ports.gatewayUrl()));
        return command;
    }

    List<String> service(Service service) {
        return jar(service.name(), service.heap(), project.runner(service.module()));
    }

    /** What {@code java -jar} does, with {@link StopWithParent} in front. */
    private List<String> jar(String name, int heap, Path jar) {
        var manifest = manifest(jar);
        var command = start(name, heap, jar);
        var opens = manifest.getValue("Add-Opens");
        if (opens != null) {
            for (var opened : opens.split(" ", -1)) {
                command.add("--add-opens=" + opened + "=ALL-UNNAMED");
            }
        }
        addProgram(command, jar.toString(), manifest.getValue(Attributes.Name.MAIN_CLASS));
        return command;
    }

    private List<String> start(String name, int heapMegabytes, Path builtWith) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(SMALL);
        command.addAll(QUIET);
        if (Files.isRegularFile(ownJar())) {
            // Not in a test: the JVM makes no archive of classes in a folder.
            command.addAll(new ClassArchive(project.classArchive(name)).options(List.of(ownJar(), builtWith)));
        }
        return command;
    }

    private static void addProgram(List<String> command, String classPath, String mainClass) {
        command.add("-cp");
        command.add(ownJar() + File.pathSeparator + classPath);
        command.add(StopWithParent.class.getName());
        command.add(mainClass);
    }

    private static Attributes manifest(Path jar) {
        try (var opened = new JarFile(jar.toFile())) {
            return opened.getManifest().getMainAttributes();
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
