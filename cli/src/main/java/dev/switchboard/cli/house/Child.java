package dev.switchboard.cli.house;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One started process; its output goes to its log file, and it ends when this JVM does. */
final class Child {
    private final String name;
    private final Path log;
    private final Process process;

    private Child(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    static Child start(String name, List<String> command, Map<String, String> environment, Project project) {
        var log = project.log(name);
        Project.makeFolder(project.logs());
        Project.makeFolder(project.workFolder(name));
        Project.makeFolder(project.classArchives());
        var builder = new ProcessBuilder(command)
                .directory(project.workFolder(name).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            return new Child(name, log, builder.start());
        } catch (IOException e) {
            throw new CannotStart(name + " cannot be started: check that " + command.getFirst() + " can be run.", e);
        }
    }

    String name() {
        return name;
    }

    Path log() {
        return log;
    }

    boolean runs() {
        return process.isAlive();
    }

    /** @throws CannotStart when the process has ended, with what it said last */
    void mustRun(Project project) {
        if (!runs()) {
            throw new CannotStart(obituary(project));
        }
    }

    /** One sentence on a process that has ended. */
    String obituary(Project project) {
        return Checks.fullDisk(project.state()).map(sentence -> sentence + " ").orElse("")
                + name + " ended with status " + process.exitValue() + ": \"" + LastWords.of(log)
                + "\" (the whole log is "
                + project.shown(log) + ").";
    }

    void askToStop() {
        process.destroy();
    }

    /** Waits for the end, and forces it when it does not come in time. */
    void awaitStop(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
