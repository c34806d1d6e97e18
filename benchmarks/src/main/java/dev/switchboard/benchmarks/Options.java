package dev.switchboard.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * What may be chosen on the command line.
 *
 * @param perSecond calls per second
 * @param lasting how long each measurement takes
 * @param serviceJvm JVM options for the services, which win over those of {@code up}; empty for none
 */
record Options(int perSecond, Duration lasting, String serviceJvm) {
    static final String USAGE = "usage: ring-to-greeting [--rate=50] [--seconds=30] [--service-jvm=<JVM options>]";

    /** @throws IllegalArgumentException with a sentence for whoever typed it */
    static Options of(String... arguments) {
        int perSecond = 50;
        int seconds = 30;
        String serviceJvm = "";
        for (String argument : List.of(arguments)) {
            String value = argument.substring(argument.indexOf('=') + 1);
            switch (argument.substring(0, argument.length() - value.length())) {
                case "--rate=" -> perSecond = positive(value);
                case "--seconds=" -> seconds = positive(value);
                case "--service-jvm=" -> serviceJvm = value;
                default -> throw new IllegalArgumentException("unknown option " + argument + "; " + USAGE);
            }
        }
        return new Options(perSecond, Duration.ofSeconds(seconds), serviceJvm);
    }

    private static int positive(String value) {
        if (!value.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(value + " is not a number from 1 to 9999; " + USAGE);
        }
        return Integer.parseInt(value);
    }
}
