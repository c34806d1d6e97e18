package dev.switchboard.ticketing.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p>Open <b>your</b> order.</p><p>Choose Return.</p>|Open your order.\\nChoose Return.",
                "<ul><li>one</li><li>two</li></ul>|one\\ntwo",
                "a<br/>b|a\\nb",
                "<p>   much \\n  room   </p>|much room",
                "Fish &amp; chips&nbsp;for &#163;5 &#x2014; &lt;now&gt;|Fish & chips for £5 — <now>",
                "&unheard; &#99999999; AT&T|&unheard; &#99999999; AT&T",
                "<script>alert('x')</script>safe<!-- <p>no</p> -->|safe",
                "<em>refund</em>s|refunds",
                "2 < 3|2 < 3",
            })
    void readsAnArticleAsItIsSpoken(String html, String text) {
        assertThat(PlainText.of(html.replace("\\n", "\n"))).isEqualTo(text.replace("\\n", "\n"));
    }
}
