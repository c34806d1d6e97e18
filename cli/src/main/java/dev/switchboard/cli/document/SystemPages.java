package dev.switchboard.cli.document;

import dev.switchboard.integration.card.IntegrationCard;
import dev.switchboard.integration.card.IntegrationCards;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every page that is made from the cards, by its file: one a system, their list, and the list in the README. */
public final class SystemPages {
    private static final String BEGIN = "<!-- systems: made by ./switchboard document -->";
    private static final String END = "<!-- /systems -->";

    private final Path root;
    private final List<IntegrationCard> cards = IntegrationCards.load().stream()
            .sorted(Comparator.comparing(IntegrationCard::category).thenComparing(IntegrationCard::name))
            .toList();

    public SystemPages(Path root) {
        this.root = root;
    }

    /** Writes those that are not as they should be; says which. */
    public List<Path> write() {
        Map<Path, String> stale = stale();
        stale.forEach(SystemPages::write);
        return List.copyOf(stale.keySet());
    }

    /** The files that are not as they should be, and how they should be. */
    public Map<Path, String> stale() {
        Map<Path, String> pages = new LinkedHashMap<>();
        Path folder = root.resolve("docs/systems");
        cards.forEach(card -> pages.put(folder.resolve(card.id() + ".md"), new SystemPage(card).text()));
        pages.put(
                folder.resolve("README.md"),
                "# The systems\n\nMade from their cards by `./switchboard document`.\n\n" + list("") + "\n");
        Path readme = root.resolve("README.md");
        pages.put(readme, withList(read(readme)));
        pages.entrySet().removeIf(page -> read(page.getKey()).equals(page.getValue()));
        return pages;
    }

    private String withList(String readme) {
        int begin = readme.indexOf(BEGIN);
        int end = readme.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("README.md lacks the lines " + BEGIN + " and " + END);
        }
        return readme.substring(0, begin + BEGIN.length()) + "\n" + list("docs/systems/") + "\n"
                + readme.substring(end);
    }

    private String list(String folder) {
        return "| system | kind | what it needs |\n|---|---|---|\n"
                + cards.stream()
                        .map(card -> "| [" + card.name() + "](" + folder + card.id() + ".md) | "
                                + card.category().name().toLowerCase(Locale.ROOT) + " | " + needs(card) + " |")
                        .collect(Collectors.joining("\n"));
    }

    /** What is always needed, and what the first way to sign in needs. */
    private static String needs(IntegrationCard card) {
        Stream<String> required = card.settings().stream()
                .filter(IntegrationCard.Setting::required)
                .map(IntegrationCard.Setting::name);
        Stream<String> way = card.auth().stream().limit(1).flatMap(first -> first.settings().stream());
        return Stream.concat(required, way)
                .distinct()
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
