package dev.switchboard.monitor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The monitor's settings. Durations are ISO-8601, e.g. {@code PT5M}. */
@ConfigMapping(prefix = "switchboard.monitor")
public interface MonitorConfig {
    /** How far back latency and errors are looked at; a duration, default 5 minutes. Slides in steps of a thirtieth. */
    @WithDefault("PT5M")
    Duration window();

    /** How many calls the window must hold before latency or error rate count; calls, default 5. */
    @WithDefault("5")
    int minimumCalls();

    /** How often every integration is judged and its figures published; a duration, default 10 seconds. */
    @WithDefault("PT10S")
    Duration tick();

    /** How long an integration may be silent before it leaves the board; a duration, default 1 day. */
    @WithDefault("P1D")
    Duration forgetAfter();

    /** Where Kafka Streams keeps its lock and checkpoints, each replica its own; a folder, default {@code .switchboard/monitor}. */
    @WithDefault(".switchboard/monitor")
    String stateFolder();

    /** The password of the user {@code operator}; text, none by default. Needed unless it listens on loopback only. */
    Optional<String> password();

    /** The rule {@code latency}. */
    Latency latency();

    /** The rule {@code error-rate}. */
    ErrorRate errorRate();

    /** The rule {@code auth-failure}. */
    AuthFailure authFailure();

    /** The rule {@code rate-limit}. */
    RateLimit rateLimit();

    /** The rule {@code ping}, and the pings themselves. */
    Ping ping();

    /** When calls are too slow. */
    interface Latency {
        /** The 95th percentile above which a warning fires; a duration, default 500 milliseconds. */
        @WithDefault("PT0.5S")
        Duration p95Limit();
    }

    /** When too many calls fail. */
    interface ErrorRate {
        /** The share of failed calls above which an alert fires; percent, default 1. */
        @WithDefault("1")
        double limitPercent();
    }

    /** When credentials are refused. */
    interface AuthFailure {
        /** How long without another refusal until the alert resolves by itself; a duration, default 15 minutes. */
        @WithDefault("PT15M")
        Duration quietTime();
    }

    /** When a system tells us too often that we call too often. */
    interface RateLimit {
        /** The number of rate limit hits above which a warning fires; hits, default 10. */
        @WithDefault("10")
        int limitHits();

        /** How far back hits are counted; a duration, default 1 hour. */
        @WithDefault("PT1H")
        Duration window();

        /** What must be left of a quota of an hour or a day; percent, default 10. Below it a warning fires at once. */
        @WithDefault("10")
        int quotaLowPercent();
    }

    /** When a system no longer answers its health ping. */
    interface Ping {
        /** How often every system is pinged; a duration, default 5 minutes. Silent for twice as long is unknown. */
        @WithDefault("PT5M")
        Duration interval();

        /** How many pings in a row must fail before an alert fires; pings, default 3. */
        @WithDefault("3")
        int failures();
    }
}
