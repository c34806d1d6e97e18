package dev.switchboard.cli.house;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A built project whose services are all {@link FakeService}s, on free ports. */
record FakeProject(Project project, Ports ports) {

    static FakeProject in(Path root) throws IOException {
        var project = new Project(root);
        var ports = freePorts();
        for (var service : Service.all(ports)) {
            writeJar(project.runner(service.module()));
        }
        writeJar(project.sandboxJar());
        return new FakeProject(project, ports);
    }

    /** The test's own class path has the broker on it. */
    JavaCommand command() {
        return new JavaCommand(project, System.getProperty("java.class.path"));
    }

    private static void writeJar(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        Project.makeFolder(jar.resolveSibling("."));
        try (OutputStream file = Files.newOutputStream(jar);
                var out = new JarOutputStream(file, manifest)) {
            var name = FakeService.class.getName().replace('.', '/') + ".class";
            out.putNextEntry(new JarEntry(name));
            try (var content = FakeService.class.getClassLoader().getResourceAsStream(name)) {
                if (content == null) {
                    throw new IOException(name + " is not on the class path");
                }
                content.transferTo(out);
            }
        }
    }

    private static Ports freePorts() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                held.add(new ServerSocket(0));
            }
            var free = held.stream().map(ServerSocket::getLocalPort).toList();
            return new Ports(
                    free.get(0),
                    free.get(1),
                    free.get(2),
                    free.get(3),
                    free.get(4),
                    free.get(5),
                    free.get(6),
                    free.get(7));
        } finally {
            for (var socket : held) {
                socket.close();
            }
        }
    }
}
