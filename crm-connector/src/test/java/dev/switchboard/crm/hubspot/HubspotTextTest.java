package dev.switchboard.crm.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.testkit.HostileText;
import java.util.List;
import org.junit.jupiter.api.Test;

class HubspotTextTest {
    @Test
    void isHtmlWithoutMarkupOfTheCustomers() {
        assertThat(HubspotText.parts("<b>Hi</b> & bye\nnow")).containsExactly("&lt;b&gt;Hi&lt;/b&gt; &amp; bye<br>now");
        assertThat(HubspotText.parts("")).containsExactly("");
    }

    @Test
    void splitsBetweenLinesAndLosesNothing() {
        String text = "the customer said <something> with 😀\n".repeat(6_000).strip();
        List<String> parts = HubspotText.parts(text);
        assertThat(parts)
                .hasSizeGreaterThan(3)
                .allSatisfy(part -> assertThat(part).hasSizeLessThan(65_100));
        assertThat(plain(String.join("<br>", parts))).isEqualTo(text);
    }

    @Test
    void splitsALineThatIsTooLong() {
        String text = "😀&".repeat(50_000);
        List<String> parts = HubspotText.parts(text);
        assertThat(parts).allSatisfy(part -> assertThat(part).hasSizeLessThan(65_100));
        assertThat(plain(String.join("", parts))).isEqualTo(text);
    }

    @Test
    void leavesNoTextItsMarkup() {
        for (String text : HostileText.strings()) {
            String html = String.join("<br>", HubspotText.parts(text));
            assertThat(html.replace("<br>", "")).doesNotContain("<", ">");
            assertThat(plain(html)).isEqualTo(text.replace("\r", ""));
        }
    }

    @Test
    void readsTheFirstLineOfABody() {
        assertThat(HubspotText.firstLine("<div><p>Call her <b>early</b> &amp; often</p><p>Second</p></div>"))
                .isEqualTo("Call her early & often");
        assertThat(HubspotText.firstLine("<img src='x'>")).isEmpty();
        assertThat(HubspotText.firstLine("word ".repeat(100)))
                .hasSizeLessThanOrEqualTo(100)
                .endsWith("word");
        assertThat(HubspotText.firstLine("x".repeat(500))).hasSizeLessThanOrEqualTo(100);
    }

    private static String plain(String html) {
        return html.replace("<br>", "\n")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
