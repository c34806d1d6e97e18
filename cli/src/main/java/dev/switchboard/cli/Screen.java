package dev.switchboard.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** What the user reads: plain sentences with the seconds since the start; colours on a terminal only. */
public final class Screen {
    private static final double MILLISECONDS = 1000.0;

    private final PrintStream out;
    private final Clock clock;
    private final Instant start;
    private final Ansi ansi;

    public Screen(PrintStream out, Clock clock, Ansi ansi) {
        this.out = out;
        this.clock = clock;
        this.ansi = ansi;
        this.start = clock.instant();
    }

    /** A step of the start-up, with its time. */
    public void progress(String sentence) {
        double seconds = Duration.between(start, clock.instant()).toMillis() / MILLISECONDS;
        line(styled("faint", String.format(Locale.ROOT, "%6.1f s", seconds)) + "  " + sentence);
    }

    public void title(String text) {
        line("");
        line(styled("bold", text));
    }

    /** Two columns. */
    public void row(String name, String text) {
        line("  " + styled("cyan", String.format(Locale.ROOT, "%-16s", name)) + " " + text);
    }

    public void check(boolean good, String text) {
        line("  " + (good ? styled("green", "yes") : styled("red", "NO ")) + "  " + text);
    }

    public void problem(String sentence) {
        line(styled("red", sentence));
    }

    public synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    private String styled(String style, String text) {
        // Built from picocli's two halves, because its markup would read a "|@" in the text as markup too.
        return ansi.string("@|" + style + " \u0000|@").replace("\u0000", text);
    }
}
