package dev.switchboard.commerce.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifySearchTest {
    private static final List<String> PIECES = List.of(
            "\"",
            "\\",
            "\\\"",
            ":",
            "(",
            ")",
            "\n",
            "\r",
            "\t",
            "\u0000",
            " ",
            "*",
            "-",
            "'",
            "😀",
            "\ud83d",
            "é",
            "OR",
            "status:draft",
            "1001",
            "#",
            "a");

    static Stream<String> anything() {
        Random random = new Random(20_261_123);
        return Stream.generate(() -> random.ints(random.nextInt(1, 40), 0, PIECES.size())
                        .mapToObj(PIECES::get)
                        .reduce("", String::concat))
                .limit(500);
    }

    @ParameterizedTest
    @MethodSource("anything")
    void whateverIsSaidIsOneTermThatMeansItself(String said) {
        assertThat(terms(ShopifySearch.quoted(said))).containsExactly(ShopifySearch.clean(said));
        assertThat(terms(ShopifySearch.field("name", said).substring("name:".length())))
                .containsExactly(ShopifySearch.clean(said));
    }

    @ParameterizedTest
    @MethodSource("anything")
    void everyWordIsATermOfItsOwn(String said) {
        List<String> words = Stream.of(ShopifySearch.clean(said).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        assertThat(terms(ShopifySearch.words(said))).containsExactlyElementsOf(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\"", "\\", "😀"})
    void noTermIsLongerThanAnybodysWords(String piece) {
        String term = ShopifySearch.quoted(piece.repeat(10_000));
        assertThat(terms(term)).containsExactly(piece.repeat(100));
    }

    @Test
    void keepsWhatIsHarmlessAsItIs() {
        assertThat(ShopifySearch.field("email", "jane@example.com")).isEqualTo("email:\"jane@example.com\"");
        assertThat(ShopifySearch.clean("größer 😀 #1-A")).isEqualTo("größer 😀 #1-A");
    }

    /** Reads terms as Shopify does: from mark to mark, a backslash before what means itself. Fails on anything between. */
    private static List<String> terms(String query) {
        Stream.Builder<String> terms = Stream.builder();
        int at = 0;
        while (at < query.length()) {
            assertThat(query.charAt(at)).isEqualTo('"');
            StringBuilder term = new StringBuilder();
            at++;
            while (query.charAt(at) != '"') {
                at += query.charAt(at) == '\\' ? 1 : 0;
                term.append(query.charAt(at++));
            }
            terms.add(term.toString());
            at++;
            if (at < query.length()) {
                assertThat(query.charAt(at++)).isEqualTo(' ');
            }
        }
        return terms.build().toList();
    }
}
