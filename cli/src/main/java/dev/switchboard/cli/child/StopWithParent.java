package dev.switchboard.cli.child;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another main class, and ends the JVM when its standard input closes. The command line holds the other end of that
 * pipe, so a service goes even when the command line was killed with -9 and could say nothing.
 *
 * <p>Usage: {@code java -cp ... StopWithParent <main class> <arguments>}
 */
public final class StopWithParent {
    /** What a shell reports for SIGTERM, which is what this stands for. */
    private static final int TERMINATED = 143;

    private StopWithParent() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().name("stop-with-parent").start(StopWithParent::awaitEndOfInput);
        var main = Class.forName(arguments[0]).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // nothing is ever written there on purpose
            }
        } catch (IOException _) {
            // a broken pipe is an end as well
        }
        System.exit(TERMINATED);
    }
}
