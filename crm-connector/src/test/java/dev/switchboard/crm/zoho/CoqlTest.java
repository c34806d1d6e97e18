package dev.switchboard.crm.zoho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.integration.PhoneNumber;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoqlTest {
    private static final List<String> PIECES = List.of(
            "'",
            "\\",
            "\"",
            "%",
            "^",
            "\n",
            "\0",
            "(",
            ")",
            ",",
            ":",
            "javascript:",
            " or 1=1",
            "😀",
            "a",
            "é",
            "--",
            ";",
            "' or id is not null",
            "@{part0.id}",
            "${x}");

    static List<String> anything() {
        return IntStream.range(0, 300)
                .mapToObj(seed -> {
                    RandomGenerator random = new Random(seed);
                    return random.ints(random.nextInt(seed % 50 == 49 ? 4_000 : 12), 0, PIECES.size())
                            .mapToObj(PIECES::get)
                            .collect(Collectors.joining());
                })
                .toList();
    }

    @ParameterizedTest
    @MethodSource("anything")
    void noValueEndsItsLiteral(String value) {
        if (!Coql.takes(value)) {
            assertThatThrownBy(() -> Coql.literal(value)).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        // Whatever Zoho takes for an escape, there is none inside, and no end.
        assertThat(Coql.literal(value))
                .isEqualTo("'" + value + "'")
                .matches(literal ->
                        literal.chars().filter(character -> character == '\'').count() == 2)
                .doesNotContain("\\");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 or 1=1", "' or id is not null", "lead-1", "99999999999999999999999"})
    void takesNothingButDigitsForAnId(String id) {
        assertThatThrownBy(() -> Coql.id(id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ZohoId("Contacts", id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void putsConditionsInPairs() {
        assertThat(Coql.anyOf(List.of("a"))).isEqualTo("a");
        assertThat(Coql.anyOf(List.of("a", "b", "c"))).isEqualTo("(a or (b or c))");
        assertThat(Coql.anyOf(List.of("a", "b", "c", "d"))).isEqualTo("((a or b) or (c or d))");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+14155550100", "+442079460018", "+4930123456", "+33123456789", "+6591234567", "+390612345678"})
    void writesANumberInFewerWaysThanAQueryTakes(String number) {
        PhoneNumber phone = new PhoneNumber(number);
        List<String> spellings = ZohoNumbers.spellings(phone);
        assertThat(spellings).hasSizeLessThan(50).startsWith(number).allMatch(Coql::takes);
        // In the United States and in Singapore 00 is not how one calls abroad.
        assertThat(spellings)
                .filteredOn(spelling -> !spelling.startsWith("00"))
                .allSatisfy(spelling ->
                        assertThat(phone.writtenAs(spelling)).as(spelling).isTrue());
    }

    @Test
    void keepsEveryCharacterOfALongText() {
        for (String text : anything()) {
            String clean = text.replace("\0", "");
            List<String> parts = ZohoText.parts(text.repeat(3), 90);
            assertThat(parts).allMatch(part -> part.length() <= 90);
            assertThat(String.join("", parts).replace("\n", ""))
                    .isEqualTo(clean.repeat(3).replace("\n", ""));
            assertThat(ZohoText.line(text, 40)).hasSizeLessThanOrEqualTo(40).doesNotContain("\n");
        }
    }
}
