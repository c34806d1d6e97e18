package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that the compiled classes no longer show: what is caught, what is marked, which folders belong together. */
class SourceRulesTest {
    private static final Pattern CATCHES_EVERYTHING = Pattern.compile(
            "catch \\((final )?([\\w.]+ \\| )*(java\\.lang\\.)?(Exception|Throwable) \\w+\\) \\{(?! //)");
    private static final Path CARDS = SourceTree.ROOT.resolve("integration-spi/src/main/resources/integrations");
    private static final Path SANDBOX = SourceTree.ROOT.resolve("sandbox/src/main");
    private static final List<String> CONNECTORS =
            List.of("crm-connector", "ticketing-connector", "telephony-connector", "commerce-connector");

    /** Elsewhere only where an API we call declares nothing narrower, and a comment behind the brace says so. */
    @Test
    void onlyTheRuntimeCatchesEverything() {
        assertThat(SourceTree.javaFiles("main").stream()
                        .filter(file -> !file.startsWith(SourceTree.ROOT.resolve("integration-runtime")))
                        .flatMap(file -> CATCHES_EVERYTHING
                                .matcher(SourceTree.text(file))
                                .results()
                                .map(caught -> SourceTree.ROOT.relativize(file) + ": " + caught.group())))
                .as(
                        "catch what you can handle, by its name; where an API declares Exception itself, say so behind the brace")
                .isEmpty();
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIs() {
        assertThat(Stream.of("main", "test")
                        .flatMap(kind -> SourceTree.javaFiles(kind).stream())
                        .map(file -> file.resolveSibling("package-info.java"))
                        .distinct()
                        .filter(packageInfo -> !isMarked(packageInfo)))
                .as("packages without a package-info.java that has @NullMarked and a sentence")
                .isEmpty();
    }

    @Test
    void everySystemOfAConnectorHasACardAndEveryCardASystem() {
        assertThat(CONNECTORS.stream()
                        .flatMap(connector -> SourceTree.foldersIn(mainPackage(connector)).stream())
                        .map(SourceRulesTest::name))
                .as("a system is one card, one package, one sandbox")
                .containsExactlyInAnyOrderElementsOf(cards());
    }

    @Test
    void everySystemOfTheSandboxHasACardAndEveryCardASandbox() {
        assertThat(SourceTree.foldersIn(SANDBOX.resolve("java/dev/switchboard/sandbox")).stream()
                        .map(SourceRulesTest::name))
                .containsExactlyInAnyOrderElementsOf(cards());
    }

    @Test
    void everySandboxHasCredentialsThatWork() {
        assertThat(SourceTree.foldersIn(SANDBOX.resolve("java/dev/switchboard/sandbox")).stream()
                        .map(SourceRulesTest::name)
                        .filter(system -> !Files.isRegularFile(
                                SANDBOX.resolve("resources/dev/switchboard/sandbox/" + system + "/credentials.env"))))
                .as("sandboxes without credentials.env")
                .isEmpty();
    }

    @Test
    void everySystemHasExactlyOneProvider() {
        assertThat(systems())
                .allSatisfy(system -> assertThat(SourceTree.filesUnder(system, "Provider.java"))
                        .as("%s: classes that connect it", name(system))
                        .hasSize(1)
                        .allMatch(provider -> SourceTree.text(provider).contains("implements AdapterProvider<"))
                        .allMatch(provider -> SourceTree.text(provider).contains("\"" + name(system) + "\"")));
    }

    @Test
    void everySystemKeepsTheContractOfItsPort() {
        assertThat(systems())
                .allSatisfy(system -> assertThat(SourceTree.filesUnder(testsOf(system), "Test.java"))
                        .as("%s: tests that extend a contract of integration-testkit", name(system))
                        .anyMatch(test -> SourceTree.text(test).matches("(?s).*extends \\w+Contract\\b.*")));
    }

    private static List<String> cards() {
        return SourceTree.filesUnder(CARDS, ".yaml").stream()
                .map(card -> name(card).replace(".yaml", ""))
                .toList();
    }

    private static List<Path> systems() {
        List<Path> systems = CONNECTORS.stream()
                .flatMap(connector -> SourceTree.foldersIn(mainPackage(connector)).stream())
                .toList();
        assertThat(systems).isNotEmpty();
        return systems;
    }

    private static Path mainPackage(String connector) {
        return SourceTree.ROOT
                .resolve(connector)
                .resolve("src/main/java/dev/switchboard")
                .resolve(connector.replace("-connector", ""));
    }

    private static Path testsOf(Path system) {
        return Path.of(system.toString().replace("/src/main/java/", "/src/test/java/"));
    }

    private static boolean isMarked(Path packageInfo) {
        return Files.isRegularFile(packageInfo)
                && SourceTree.text(packageInfo).contains("@NullMarked")
                && SourceTree.text(packageInfo).strip().startsWith("/**");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
