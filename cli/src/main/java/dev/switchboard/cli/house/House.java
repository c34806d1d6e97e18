package dev.switchboard.cli.house;

import dev.switchboard.events.Topics;
import dev.switchboard.localkafka.LocalKafka;
import dev.switchboard.localkafka.TopicSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/** All processes of one {@code up}: Kafka, the sandbox, the services. {@link #close} leaves none behind. */
public final class House implements AutoCloseable {
    /** Half a minute on an idle machine of two cores; several times as long beside a build, or without class archives. */
    private static final Duration START = Duration.ofMinutes(3);

    private static final Duration STOP = Duration.ofSeconds(10);

    private final Project project;
    private final Ports ports;
    private final Surroundings surroundings;
    private final Consumer<String> progress;
    private final Readiness readiness;
    private final JavaCommand command;

    /** What the services stand on: Kafka and the sandbox. */
    private final List<Child> foundations = new ArrayList<>();

    private final List<Child> services = new ArrayList<>();
    private volatile boolean closed;

    public House(
            Project project,
            Ports ports,
            Choice choice,
            Map<String, String> shell,
            Consumer<String> progress,
            Clock clock) {
        this(JavaCommand.of(project), ports, choice, shell, progress, clock);
    }

    House(
            JavaCommand command,
            Ports ports,
            Choice choice,
            Map<String, String> shell,
            Consumer<String> progress,
            Clock clock) {
        this.project = command.project();
        this.ports = ports;
        this.surroundings = Surroundings.of(ports, DotEnv.read(project.dotEnv()), shell, choice);
        this.progress = progress;
        this.readiness = new Readiness(project, clock, START);
        this.command = command;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    /**
     * Returns when every process takes work.
     *
     * @throws CannotStart when something is in the way or a process ends; what was started until then runs until {@link #close}
     */
    public void open() {
        check();
        openFoundations();
        var wanted = Service.all(ports);
        for (var service : wanted) {
            var environment = surroundings.forPort(service.port());
            start(services, service.name(), command.service(service), environment);
        }
        for (int i = 0; i < wanted.size(); i++) {
            var service = wanted.get(i);
            readiness.awaitHealth(services.get(i), service.readyUrl());
            progress.accept(service.name() + " is ready on port " + service.port());
        }
    }

    private void openFoundations() {
        var kafka = start(foundations, "kafka", command.kafka(ports.kafka()), Map.of());
        var sandbox = start(foundations, "sandbox", command.sandbox(ports), Map.of());
        readiness.awaitHealth(sandbox, ports.sandboxUrl() + "/_sandbox/health");
        progress.accept("the sandbox answers on " + ports.sandboxUrl());
        readiness.awaitPort(kafka, ports.kafka());
        var topics = Topics.all().stream()
                .map(topic -> new TopicSpec(topic.name(), topic.partitions(), topic.configs()))
                .toList();
        try {
            LocalKafka.createTopics(ports.kafkaAddress(), topics);
        } catch (KafkaException e) {
            kafka.mustRun(project);
            throw new CannotStart(
                    "Kafka runs but does not create its topics (" + e.getMessage() + "): stop whatever else uses "
                            + ports.kafkaAddress() + ", or delete .switchboard/kafka when nothing in it is needed.",
                    e);
        }
        progress.accept("Kafka takes records on " + ports.kafkaAddress() + ", in " + topics.size() + " topics");
    }

    private void check() {
        Project.makeFolder(project.state());
        Checks.portsAreFree(ports);
        Checks.diskHasSpace(project.state());
        Checks.isBuilt(project, project.sandboxJar());
        for (var service : Service.all(ports)) {
            Checks.isBuilt(project, project.runner(service.module()));
        }
    }

    private synchronized Child start(
            List<Child> group, String name, List<String> line, Map<String, String> environment) {
        if (closed) {
            throw new CannotStart("The start was interrupted.");
        }
        var child = Child.start(name, line, environment, project);
        group.add(child);
        return child;
    }

    /** A sentence for each process that has ended since the last time this was asked. */
    public synchronized List<String> obituaries() {
        var ended = Stream.concat(foundations.stream(), services.stream())
                .filter(child -> !child.runs())
                .toList();
        foundations.removeAll(ended);
        services.removeAll(ended);
        return ended.stream().map(child -> child.obituary(project)).toList();
    }

    public boolean closed() {
        return closed;
    }

    public String logs() {
        return project.shown(project.logs());
    }

    /** First those that use others, so that nobody logs that the others are gone. */
    @Override
    public synchronized void close() {
        closed = true;
        stop(services);
        stop(foundations);
    }

    private static void stop(List<Child> group) {
        group.forEach(Child::askToStop);
        group.forEach(child -> child.awaitStop(STOP));
        group.clear();
    }
}
