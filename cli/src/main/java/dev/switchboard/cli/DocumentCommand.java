package dev.switchboard.cli;

import dev.switchboard.cli.document.SystemPages;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;

/** Makes the pages about the systems from their cards. */
@Command(
        name = "document",
        description = "Makes docs/systems and the README's list of systems from the systems' cards.")
final class DocumentCommand implements Callable<Integer> {
    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public Integer call() {
        var screen = new Screen(System.out, Clock.systemUTC(), Ansi.AUTO);
        var root = Path.of(System.getProperty("switchboard.root", ""));
        List<Path> written = new SystemPages(root).write();
        written.forEach(page -> screen.line("wrote " + root.relativize(page)));
        if (written.isEmpty()) {
            screen.line("every page is as its card says");
        }
        return 0;
    }
}
