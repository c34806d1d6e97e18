package dev.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.port.MessagingSystem;
import dev.switchboard.integration.port.SendMedia;
import dev.switchboard.integration.port.SendTemplate;
import dev.switchboard.integration.port.SendText;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a chat channel's adapter must do. A channel has nothing to look up, so its lookup is a send with a key of its own. */
public abstract class MessagingContract extends CreatingContract<MessagingSystem> {
    protected MessagingContract(String system) {
        super(system, MessagingSystem.class);
    }

    /** The company's address on the channel. */
    protected abstract String line();

    /** A customer's address on the channel who may be written to freely. */
    protected abstract String customer();

    /** The text of the message with this key as the vendor holds it. */
    protected abstract String textOf(IdempotencyKey key);

    @Override
    protected void lookUp() {
        create(newKey());
    }

    @Override
    protected String create(IdempotencyKey key) {
        return port().sendText(text(key, "Your ticket number is 12345")).id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's & <b>", "emoji 😀 ünïcode", "{\"json\": true}", "back\\slash", "two\nlines"})
    void sendsAnyTextAsItIs(String words) {
        IdempotencyKey key = newKey();
        port().sendText(text(key, words));
        assertThat(textOf(key)).isEqualTo(words);
    }

    @Test
    void sendsATemplateAndMedia() {
        IdempotencyKey template = newKey();
        port().sendTemplate(new SendTemplate(
                template, line(), customer(), "order_update", "en_US", List.of("Sarah", "1001")));
        IdempotencyKey media = newKey();
        port().sendMedia(new SendMedia(
                media, line(), customer(), SendMedia.Kind.IMAGE, URI.create("https://example.com/a.jpg"), "A picture"));
        assertThat(made(template)).isEqualTo(1);
        assertThat(made(media)).isEqualTo(1);
    }

    @Test
    void refusesATextThatIsTooLong() {
        assertThat(failureOf(() -> port().sendText(text(newKey(), "x".repeat(5_000)))))
                .isInstanceOf(Failure.Invalid.class);
    }

    protected final SendText text(IdempotencyKey key, String words) {
        return new SendText(key, line(), customer(), words);
    }
}
