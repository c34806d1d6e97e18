package dev.switchboard.ticketing.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServicenowQueryTest {
    private static final List<String> PIECES = List.of(
            "^",
            "^OR",
            "^NQ",
            "^EQ",
            "ORDERBY",
            "javascript:",
            "JavaScript:",
            "gs.getUser()",
            ",",
            "=",
            "IN",
            "!=",
            "\n",
            "\r",
            "\0",
            "\u2028",
            "\u200b",
            "\u0085",
            "'",
            "\"",
            "%",
            "\\",
            "<b>",
            "&",
            "+",
            " ",
            "\t",
            "😀",
            "ü",
            "active",
            "true",
            "sys_id",
            "a",
            "7",
            "@",
            ".",
            ":",
            "${x}",
            "[code]",
            "\ud800",
            "x".repeat(60));

    static LongStream seeds() {
        return LongStream.range(0, 2_000);
    }

    /** As the instance reads it: one condition, on our column, with our value. */
    @ParameterizedTest
    @MethodSource("seeds")
    void isOneConditionWhateverTheValue(long seed) {
        String value = random(seed);
        ServicenowQuery.equal("email", value).ifPresent(query -> {
            assertThat(query.text()).isEqualTo("email=" + value);
            assertThat(query.text().split("[\\^\\p{Cntrl}\\u2028\\u2029\\u0085]", -1))
                    .hasSize(1);
            assertThat(value.strip()).doesNotStartWithIgnoringCase("javascript:");
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void asksForWholeValuesOnlyWhenThereAreSeveral(long seed) {
        String value = random(seed);
        assertThat(ServicenowQuery.anyIn(List.of("phone", "home_phone"), List.of("+1", value)))
                .hasValueSatisfying(query -> {
                    String list = query.text().contains("," + value) ? "+1," + value : "+1";
                    assertThat(query.text()).isEqualTo("phoneIN" + list + "^ORhome_phoneIN" + list);
                    assertThat(list.split("[,^]", -1)).hasSizeLessThanOrEqualTo(2);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a^b@example.com",
                "x^NQactive=true",
                "x^ORactive=true",
                "javascript:gs.getUserName()",
                " JAVASCRIPT:x",
                "java\tscript:x",
                "a\nb",
                "",
                "  "
            })
    void asksForNothingThatCouldBeReadOtherwise(String value) {
        assertThat(ServicenowQuery.equal("email", value)).isEmpty();
    }

    @Test
    void asksForNothingThatFitsIntoNoColumn() {
        assertThat(ServicenowQuery.equal("email", "x".repeat(10_000))).isEmpty();
    }

    @Test
    void bindsAlternativesTighterThanWhatFollows() {
        assertThat(ServicenowQuery.anyEndingIn(List.of("phone", "mobile_phone"), "0100")
                        .and("active", "true")
                        .newestFirst()
                        .text())
                .isEqualTo("phoneENDSWITH0100^ORmobile_phoneENDSWITH0100^active=true"
                        + "^ORDERBYDESCsys_created_on^ORDERBYDESCnumber");
    }

    private static String random(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        IntStream.range(0, 1 + random.nextInt(6))
                .forEach(ignored -> text.append(PIECES.get(random.nextInt(PIECES.size()))));
        return text.toString();
    }
}
