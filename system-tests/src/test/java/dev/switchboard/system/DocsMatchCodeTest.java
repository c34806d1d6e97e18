package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What the docs say is there is there. */
class DocsMatchCodeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern PROOF =
            Pattern.compile("`([A-Z][A-Za-z]+Test|[A-Z][A-Za-z]+Contract)(?:\\.([a-zA-Z]+))?`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

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
        for (String page : List.of(
                "README.md",
                "docs/flow.md",
                "docs/guarantees.md",
                "docs/add-a-system.md",
                "docs/several-systems.md",
                "docs/systems/README.md",
                "docs/testing.md")) {
            Path folder = ROOT.resolve(page).resolveSibling(".");
            LINK.matcher(read(page))
                    .results()
                    .forEach(link ->
                            assertThat(folder.resolve(link.group(1))).as(page).exists());
        }
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
