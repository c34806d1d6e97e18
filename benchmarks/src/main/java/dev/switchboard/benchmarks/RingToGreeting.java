package dev.switchboard.benchmarks;

import dev.switchboard.benchmarks.Callers.Greeting;
import dev.switchboard.benchmarks.OpenLoop.Pair;
import dev.switchboard.benchmarks.OpenLoop.Timed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long a caller hears it ringing before the greeting by name, and how much of that is ours.
 *
 * <p>Ours is the time that comes on top of the CRM's own, and the CRM's own is measured, not assumed: ten milliseconds after each
 * ring (half a period at 50 per second) this program sends the CRM the same requests itself, from the same JVM, with the load of
 * the house on the machine. What is reported as added is the difference between a call and its neighbour. Differences of pairs,
 * rather than of percentiles: when the machine stutters, both of a pair feel it; and a slow call that is hidden by a slow CRM
 * elsewhere in the run still counts. It is the stricter figure in the tail, because the noise of both is in it.
 *
 * <p>As a cross-check each call is also held against what the call log says the CRM took for that very conversation.
 *
 * <p>The first call is that of a house just started. A house before it, which is not measured, has warmed this program and the
 * simulated CRM, which run in one JVM, so that only the services and Kafka are new.
 */
public final class RingToGreeting {
    private static final Duration PRACTICE = Duration.ofSeconds(10);
    private static final List<Duration> CRM_LATENCIES = List.of(Duration.ZERO, Duration.ofMillis(150));

    private final Options options;
    private final Report report;

    private RingToGreeting(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    public static void main(String[] arguments) throws Exception {
        try {
            new RingToGreeting(Options.of(arguments), new Report(System.out)).run();
        } catch (IllegalArgumentException wrongUse) {
            System.err.println(wrongUse.getMessage());
            System.exit(2);
        }
        // The HTTP clients' threads would outlive the measurement by a minute.
        System.exit(0);
    }

    private void run() throws Exception {
        report.machine(options);
        try (Callers practice = Callers.atNewHouse(options.jvm())) {
            ring(practice, practice.crmAlone(), PRACTICE);
        }
        try (Callers callers = Callers.atNewHouse(options.jvm())) {
            report.firstCall(rungOnce(callers), callers.bootstrapServers());
            CrmAlone crm = callers.crmAlone();
            report.firstSeconds(ring(callers, crm, PRACTICE));
            ring(callers, crm, options.warmUp());
            for (Duration latency : CRM_LATENCIES) {
                callers.crmTakes(latency);
                report.measured(latency, crm.ask(), ring(callers, crm, options.lasting()), callers.bootstrapServers());
            }
        }
    }

    private static Timed<Greeting> rungOnce(Callers callers) {
        Instant planned = Instant.now();
        long begin = System.nanoTime();
        Greeting greeting = callers.ring();
        return new Timed<>(greeting, planned, Duration.ofNanos(System.nanoTime() - begin));
    }

    private List<Pair<Greeting, Integer>> ring(Callers callers, CrmAlone crm, Duration lasting) {
        return new OpenLoop(options.perSecond(), lasting).run(callers::ring, crm::ask);
    }
}
