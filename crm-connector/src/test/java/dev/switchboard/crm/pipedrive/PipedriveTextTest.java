package dev.switchboard.crm.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PipedriveTextTest {
    @Test
    void isHtmlWithoutMarkupOfTheCustomers() {
        assertThat(PipedriveText.parts("<b>Hi</b> & bye\nnow"))
                .containsExactly("&lt;b&gt;Hi&lt;/b&gt; &amp; bye<br>now");
        assertThat(PipedriveText.parts("")).containsExactly("");
        assertThat(PipedriveText.parts("\n\na\n")).containsExactly("<br><br>a<br>");
    }

    @Test
    void splitsBetweenLinesAndLosesNothing() {
        String text = "the customer said <something> with 😀\n".repeat(6_000).strip();
        List<String> parts = PipedriveText.parts(text);
        assertThat(parts).hasSizeGreaterThan(3).allSatisfy(PipedriveTextTest::fitsIntoANote);
        assertThat(plain(String.join("<br>", parts))).isEqualTo(text);
    }

    @Test
    void splitsALineThatIsTooLong() {
        String text = "😀&".repeat(50_000);
        List<String> parts = PipedriveText.parts(text);
        assertThat(parts).allSatisfy(PipedriveTextTest::fitsIntoANote);
        assertThat(plain(String.join("", parts))).isEqualTo(text);
    }

    @Test
    void cutsALineBetweenCharacters() {
        assertThat(PipedriveText.line("abc", 3)).isEqualTo("abc");
        assertThat(PipedriveText.line("ab😀", 3)).isEqualTo("ab");
    }

    @Test
    void readsTheFirstLineOfANote() {
        assertThat(PipedriveText.firstLine("<ul><li>Call her <b>early</b> &amp; often</li><li>Second</li></ul>"))
                .isEqualTo("Call her early & often");
        assertThat(PipedriveText.firstLine("a &amp;lt; b<br />c")).isEqualTo("a &lt; b");
        assertThat(PipedriveText.firstLine("<p> </p><br><img src='x'>")).isEmpty();
        assertThat(PipedriveText.firstLine("word ".repeat(100)))
                .hasSizeLessThanOrEqualTo(100)
                .endsWith("word");
        assertThat(PipedriveText.firstLine("😀".repeat(500))).isEqualTo("😀".repeat(50));
    }

    @ParameterizedTest
    @MethodSource("dev.switchboard.testkit.HostileText#strings")
    void keepsEveryTextAndNoneOfItsMarkup(String hostile) {
        String text = hostile.replace("\r", "");
        String html = String.join("<br>", PipedriveText.parts(text));
        assertThat(plain(html)).isEqualTo(text);
        assertThat(html.replace("<br>", "")).doesNotContain("<", ">");
    }

    private static void fitsIntoANote(String part) {
        assertThat(part.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60_100);
    }

    private static String plain(String html) {
        return html.replace("<br>", "\n")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
