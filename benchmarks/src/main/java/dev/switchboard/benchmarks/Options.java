package dev.switchboard.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * What may be chosen on the command line.
 *
 * @param perSecond calls per second
 * @param warmUp how long calls come in before anything is measured
 * @param lasting how long each measurement takes
 * @param jvm JVM options for the services and Kafka, which win over those of {@code up}; empty for none
 */
record Options(int perSecond, Duration warmUp, Duration lasting, String jvm) {
    static final String USAGE =
            "usage: ring-to-greeting [--rate=50] [--warm-up=300] [--seconds=60] [--jvm=<JVM options>]";
    /** As in production: both compilers. Under {@code up} there is the quick one only. */
    private static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4";

    /** @throws IllegalArgumentException with a sentence for whoever typed it */
    static Options of(String... arguments) {
        int perSecond = 50;
        int warmUp = 300;
        int seconds = 60;
        String jvm = BOTH_COMPILERS;
        for (String argument : List.of(arguments)) {
            String value = argument.substring(argument.indexOf('=') + 1);
            switch (argument.substring(0, argument.length() - value.length())) {
                case "--rate=" -> perSecond = positive(value);
                case "--warm-up=" -> warmUp = positive(value);
                case "--seconds=" -> seconds = positive(value);
                case "--jvm=" -> jvm = value;
                default -> throw new IllegalArgumentException("unknown option " + argument + "; " + USAGE);
            }
        }
        return new Options(perSecond, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), jvm);
    }

    private static int positive(String value) {
        if (!value.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(value + " is not a number from 1 to 9999; " + USAGE);
        }
        return Integer.parseInt(value);
    }
}
