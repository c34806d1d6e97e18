package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.integration.card.IntegrationCard;
import dev.switchboard.integration.card.IntegrationCards;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the docs say is there is there. */
class DocsMatchCodeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern PROOF =
            Pattern.compile("`([A-Z][A-Za-z]+Test|[A-Z][A-Za-z]+Contract)(?:\\.([a-zA-Z]+))?`");
    private static final Pattern VARIABLE = Pattern.compile("`([A-Z]+_[A-Z0-9_]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    static List<IntegrationCard> cards() {
        return IntegrationCards.load();
    }

    @ParameterizedTest
    @MethodSource("cards")
    void theReadmeSaysWhatASystemNeeds(IntegrationCard card) throws IOException {
        String row = read("README.md")
                .lines()
                .filter(line -> line.startsWith("| " + firstWord(card.name()) + " |"))
                .findFirst()
                .orElse("");
        assertThat(row).as("the row of " + card.name()).isNotEmpty();
        card.settings().stream()
                .filter(IntegrationCard.Setting::required)
                .forEach(setting -> assertThat(row).contains("`" + setting.name() + "`"));
        assertThat(VARIABLE.matcher(row).results().map(match -> match.group(1)))
                .as("every variable in the row is one that a card or the house knows")
                .allMatch(variable -> variable.startsWith("SWITCHBOARD_")
                        || card.setting(variable).isPresent());
    }

    @Test
    void everyProofInTheGuaranteesIsATest() throws IOException {
        Set<String> sources = javaSources();
        List<MatchResult> proofs =
                PROOF.matcher(read("docs/guarantees.md")).results().toList();
        assertThat(proofs).isNotEmpty();
        for (MatchResult proof : proofs) {
            assertThat(sources)
                    .as("%s is a test", proof.group())
                    .anyMatch(source -> source.endsWith("/" + proof.group(1) + ".java") && proves(source, proof));
        }
    }

    private static boolean proves(String source, MatchResult proof) {
        try {
            return proof.group(2) == null || read(source).contains("void " + proof.group(2) + "(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (String page :
                List.of("README.md", "docs/flow.md", "docs/guarantees.md", "docs/add-a-system.md", "docs/testing.md")) {
            Path folder = ROOT.resolve(page).resolveSibling(".");
            LINK.matcher(read(page))
                    .results()
                    .forEach(link ->
                            assertThat(folder.resolve(link.group(1))).as(page).exists());
        }
    }

    /** "WhatsApp Business" is "WhatsApp" to those who use it. */
    private static String firstWord(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    private static Set<String> javaSources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 14)) {
            return files.map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".java") && !file.contains("/target/"))
                    .collect(Collectors.toSet());
        }
    }
}
