package dev.switchboard.cli;

import dev.switchboard.cli.call.CallFailed;
import dev.switchboard.cli.call.DemoCall;
import dev.switchboard.cli.house.CannotStart;
import dev.switchboard.cli.house.Choice;
import dev.switchboard.cli.house.House;
import dev.switchboard.cli.house.Ports;
import dev.switchboard.cli.house.Project;
import dev.switchboard.integration.card.IntegrationCard;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the whole house, plays one call, and stays up. */
@Command(
        name = "up",
        sortOptions = false,
        description =
                "Starts Kafka, the simulated vendors and every service, plays one call, and stays up until Ctrl-C.",
        footer = "A port can also be set by an environment variable, such as SWITCHBOARD_PORT_GATEWAY.")
final class UpCommand implements Callable<Integer> {
    private static final int AS_IT_SHOULD = 0;
    private static final int NOT_AS_IT_SHOULD = 1;
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final Clock clock = Clock.systemUTC();
    private final Screen screen = new Screen(System.out, clock, Ansi.AUTO);

    @Option(names = "--once", description = "Stops after the call; the exit status is 0 when it went as it should.")
    boolean once;

    @Option(names = "--call", description = "Plays the call also when it writes into real systems.")
    boolean callRealSystems;

    @Mixin
    SystemOptions systems = new SystemOptions();

    @Mixin
    PortOptions options = new PortOptions();

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public Integer call() {
        try {
            return up(options.ports(), systems.choice());
        } catch (CannotStart e) {
            screen.problem(String.valueOf(e.getMessage()));
            return NOT_AS_IT_SHOULD;
        }
    }

    private int up(Ports ports, Choice choice) {
        var project = new Project(Path.of(System.getProperty("switchboard.root", "")));
        var house = new House(project, ports, choice, System.getenv(), screen::progress, clock);
        // Ctrl-C, SIGTERM and SIGHUP come this way; after a kill -9 the services notice by themselves.
        Runtime.getRuntime().addShutdownHook(new Thread(house::close, "close-house"));
        try {
            return up(house, ports);
        } catch (CannotStart e) {
            // Stopped from outside in mid-start: that a service is gone is no news then.
            if (house.closed()) {
                return NOT_AS_IT_SHOULD;
            }
            throw e;
        } finally {
            house.close();
        }
    }

    private int up(House house, Ports ports) {
        boolean mayCall = callRealSystems || house.surroundings().real().isEmpty();
        if (once && !mayCall) {
            throw new CannotStart(callWouldWrite(house));
        }
        screen.progress("starting; each service writes to " + house.logs() + "/<service>.log");
        house.open();
        screen.progress("everything is up");
        if (!mayCall) {
            screen.line(callWouldWrite(house));
        }
        boolean good = !mayCall || play(house, ports);
        if (once) {
            return good ? AS_IT_SHOULD : NOT_AS_IT_SHOULD;
        }
        stay(house, ports);
        return AS_IT_SHOULD;
    }

    /** A call that breaks off is no reason to take the house down: it stays up to be looked at. */
    private boolean play(House house, Ports ports) {
        try {
            return DemoCall.play(ports, house.surroundings(), screen, clock);
        } catch (CallFailed e) {
            screen.problem(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void stay(House house, Ports ports) {
        screen.title("Switchboard is up until you press Ctrl-C");
        screen.row("dashboard", ports.monitorUrl());
        screen.row("OpenAPI", ports.gatewayUrl() + "/q/openapi");
        screen.row("sandbox", ports.sandboxUrl() + "/_sandbox/health");
        screen.row("logs", house.logs());
        while (!house.closed()) {
            house.obituaries().forEach(screen::problem);
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private static String callWouldWrite(House house) {
        return "No demo call: it would write into your own "
                + house.surroundings().real().stream()
                        .map(IntegrationCard::name)
                        .collect(Collectors.joining(", "))
                + ", for which there are credentials; add --call to play it all the same.";
    }
}
