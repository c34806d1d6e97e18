package dev.switchboard.crm.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static String plain(String html) {
        return html.replace("<br>", "\n")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
