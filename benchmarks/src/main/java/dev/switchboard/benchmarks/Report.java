package dev.switchboard.benchmarks;

import dev.switchboard.benchmarks.Callers.Greeting;
import dev.switchboard.benchmarks.OpenLoop.Pair;
import dev.switchboard.benchmarks.OpenLoop.Timed;
import dev.switchboard.benchmarks.Traces.Trace;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/** The tables that are printed. All numbers are milliseconds. */
record Report(PrintStream out) {
    private static final double GOAL_MEDIAN = 5;
    private static final double GOAL_P99 = 20;

    void machine(Options options) {
        out.printf(
                Locale.ROOT,
                "Ring to greeting: %d calls/s, %d s each after %d s; %d cores, load average %.1f before the start; Java %s%s%n",
                options.perSecond(),
                options.lasting().toSeconds(),
                options.warmUp().toSeconds(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version().feature(),
                options.jvm().isEmpty() ? "" : ", " + options.jvm());
    }

    void firstCall(Timed<Greeting> ring, String bootstrapServers) {
        out.printf(
                Locale.ROOT,
                "The very first call after the services said they are ready: %.1f ms, %s%n",
                Spread.milliseconds(ring.took()),
                ring.result().personal() ? "by name" : "ANONYMOUS");
        stages(List.of(ring), Traces.of(List.of(ring.result().conversation()), bootstrapServers));
    }

    void firstSeconds(List<Pair<Greeting, Integer>> pairs) {
        Spread rings = Spread.of(pairs.stream().map(pair -> pair.first().took()).toList());
        out.printf(
                Locale.ROOT,
                "The %d calls after it: p50 %.1f, p99 %.1f, slowest %.1f ms, %d anonymous%n",
                pairs.size(),
                rings.median(),
                rings.at(99),
                rings.worst(),
                anonymous(pairs));
    }

    void measured(Duration crmLatency, int requests, List<Pair<Greeting, Integer>> pairs, String bootstrapServers) {
        List<Pair<Greeting, Integer>> personal =
                pairs.stream().filter(pair -> pair.first().result().personal()).toList();
        Map<String, Trace> traces = Traces.of(
                personal.stream()
                        .map(pair -> pair.first().result().conversation())
                        .toList(),
                bootstrapServers);
        List<Timed<Greeting>> rings = personal.stream().map(Pair::first).toList();
        Spread added = Spread.of(personal.stream()
                .map(pair -> pair.first().took().minus(pair.second().took()))
                .toList());
        out.println();
        out.printf(
                Locale.ROOT,
                "CRM with %d ms per request (%d requests)          p50      p99      max%n",
                crmLatency.toMillis(),
                requests);
        row(
                "ring to greeting",
                Spread.of(personal.stream().map(pair -> pair.first().took()).toList()));
        row(
                "the CRM alone, asked the same",
                Spread.of(personal.stream().map(pair -> pair.second().took()).toList()));
        row("added: each call minus its neighbour", added);
        row(
                "added by the call log's account",
                of(rings, traces, (ring, trace) -> ring.took().minus(trace.logged())));
        boolean met = added.median() < GOAL_MEDIAN && added.at(99) < GOAL_P99;
        out.printf(
                Locale.ROOT,
                "  goal: added p50 < %.0f, p99 < %.0f: %s; anonymous: %d of %d%n",
                GOAL_MEDIAN,
                GOAL_P99,
                met ? "met" : "MISSED",
                anonymous(pairs),
                pairs.size());
        stages(rings, traces);
    }

    private void stages(List<Timed<Greeting>> rings, Map<String, Trace> traces) {
        out.printf(Locale.ROOT, "  where the time goes, by the times in the events of %d calls%n", traces.size());
        row("webhook taken and verified", of(rings, traces, (ring, trace) -> between(ring.planned(), trace.started())));
        row("to the connector, through Kafka", of(rings, traces, (ring, t) -> between(t.started(), t.asked())));
        row("the connector asks the CRM", of(rings, traces, (ring, t) -> between(t.asked(), t.named())));
        row("back to the gateway, through Kafka", of(rings, traces, (ring, t) -> between(t.named(), t.replied())));
        row("greeting made and sent", of(rings, traces, (ring, trace) -> between(trace.replied(), ring.done())));
    }

    private static Spread of(
            List<Timed<Greeting>> rings,
            Map<String, Trace> traces,
            BiFunction<Timed<Greeting>, Trace, Duration> difference) {
        return Spread.of(rings.stream()
                .filter(ring -> traces.containsKey(ring.result().conversation()))
                .map(ring -> difference.apply(ring, traces.get(ring.result().conversation())))
                .toList());
    }

    private static Duration between(Instant from, Instant to) {
        return Duration.between(from, to);
    }

    private static long anonymous(List<Pair<Greeting, Integer>> pairs) {
        return pairs.stream().filter(pair -> !pair.first().result().personal()).count();
    }

    private void row(String name, Spread spread) {
        out.printf(Locale.ROOT, "  %-42s %8.1f %8.1f %8.1f%n", name, spread.median(), spread.at(99), spread.worst());
    }
}
