package dev.switchboard.cli;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./switchboard}: each command is a class of its own, listed here. */
@TopCommand
@Command(
        name = "switchboard",
        description = "Connects an AI call centre with the systems a company already runs.",
        footer = {"", "./switchboard test runs the whole test suite with Maven."},
        subcommands = {UpCommand.class, DocumentCommand.class, HelpCommand.class})
public final class SwitchboardCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut(), CommandLine.Help.Ansi.AUTO);
    }
}
