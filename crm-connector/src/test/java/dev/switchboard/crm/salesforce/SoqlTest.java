package dev.switchboard.crm.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoqlTest {
    private static final List<String> PIECES = List.of(
            "'",
            "\"",
            "\\",
            "\\'",
            "\n",
            "\r",
            "\t",
            "\b",
            "\f",
            "%",
            "_",
            "😀",
            "é",
            "' OR Name != '",
            "--",
            ";",
            "a",
            " ");

    @Test
    void isAlwaysOneLiteralThatMeansTheSame() {
        Random random = new Random(42);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            for (int piece = 0; piece < length; piece++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            assertThat(meaning(Soql.literal(text.toString()))).isEqualTo(text.toString());
        }
    }

    @Test
    void takesLongTexts() {
        String text = "o'hara\\".repeat(10_000);
        assertThat(meaning(Soql.literal(text))).isEqualTo(text);
    }

    @Test
    void takesNoNul() {
        assertThatThrownBy(() -> Soql.literal("a\0b")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "003' OR Id != '", "0035f000000000100", "0035f0000000001-AA"})
    void takesOnlyIdsForIds(String notAnId) {
        assertThatThrownBy(() -> Soql.id(notAnId)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void quotesIds() {
        assertThat(Soql.id("0035f0000000001")).isEqualTo("'0035f0000000001'");
        assertThat(Soql.literals(List.of("a", "b'"))).isEqualTo("('a','b\\'')");
    }

    /** Reads a literal as Salesforce does; fails when it ends too early or too late. */
    private static String meaning(String literal) {
        assertThat(literal).startsWith("'");
        StringBuilder meaning = new StringBuilder();
        int position = 1;
        while (literal.charAt(position) != '\'') {
            char character = literal.charAt(position++);
            assertThat(character).isNotIn('\n', '\r');
            meaning.append(character == '\\' ? escaped(literal.charAt(position++)) : character);
        }
        assertThat(position).isEqualTo(literal.length() - 1);
        return meaning.toString();
    }

    private static char escaped(char character) {
        return switch (character) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '\'', '"', '\\' -> character;
            default -> throw new AssertionError("Salesforce knows no escape \\" + character);
        };
    }
}
