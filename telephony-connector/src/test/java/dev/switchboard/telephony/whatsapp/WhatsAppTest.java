package dev.switchboard.telephony.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.port.SendMedia;
import dev.switchboard.integration.port.SendTemplate;
import dev.switchboard.integration.port.SendText;
import dev.switchboard.runtime.call.CallScope;
import dev.switchboard.testkit.MessagingContract;
import dev.switchboard.testkit.TestHouse;
import dev.switchboard.testkit.VendorTwin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestHouse.class)
class WhatsAppTest extends MessagingContract {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final IdempotencyKey KEY = new IdempotencyKey("0123456789abcdef0123456789abcdef");

    WhatsAppTest() {
        super("whatsapp");
    }

    /** A system user's token never expires, and nothing replaces a refused one. */
    @Override
    protected boolean renewsTokens() {
        return false;
    }

    /** Meta offers no lookup: what was not answered is left alone for two minutes, and then sent again. */
    @Override
    protected boolean findsWhatItMade() {
        return false;
    }

    /** Meta's hint is in minutes and for the whole account; read in {@link WhatsAppFailuresTest}. */
    @Override
    protected boolean hintsHowLongToWait() {
        return false;
    }

    @Override
    protected boolean repeatsWhatMayHaveBeenApplied() {
        return false;
    }

    @Override
    protected String line() {
        return "14155550111";
    }

    @Override
    protected String customer() {
        return "+14155550100";
    }

    @Override
    protected String creatingPath() {
        return "/v25.0/";
    }

    @Override
    protected int made(IdempotencyKey key) {
        return sent(key).size();
    }

    @Override
    protected String textOf(IdempotencyKey key) {
        return sent(key).getFirst().at("/text/body").asText();
    }

    @Test
    void sendsTheRequestsMetaDocuments() throws IOException {
        port().sendText(new SendText(KEY, line(), customer(), "Your ticket number is 12345"));
        assertThat(lastRequest()).isEqualTo(fixture("text.json"));
        port().sendTemplate(
                        new SendTemplate(KEY, line(), customer(), "order_update", "en_US", List.of("Sarah", "1001")));
        assertThat(lastRequest()).isEqualTo(fixture("template.json"));
        port().sendMedia(new SendMedia(
                KEY, line(), customer(), SendMedia.Kind.DOCUMENT, URI.create("https://example.com/a.pdf"), "Invoice"));
        assertThat(lastRequest()).isEqualTo(fixture("document.json"));
    }

    @Test
    void writesToAUserWhoHidesThePhoneNumber() {
        IdempotencyKey key = newKey();
        vendor().add(
                        "messages",
                        VendorTwin.object()
                                .put("from_user_id", "ES.13491208655302741918")
                                .put("type", "text"));
        port().sendText(new SendText(key, line(), "ES.13491208655302741918", "Hello"));
        assertThat(sent(key).getFirst().path("recipient").asText()).isEqualTo("ES.13491208655302741918");
        assertThat(sent(key).getFirst().has("to")).isFalse();
    }

    @Test
    void doesNotSendAgainWhileItIsUnknownWhetherItWasSent() {
        IdempotencyKey key = newKey();
        vendor().failOn("POST", "RESET_AFTER_APPLYING", 1);
        Failure failure = failureOf(() -> create(key));
        assertThat(failure).isInstanceOfSatisfying(Failure.Unavailable.class, away -> {
            assertThat(away.mayHaveBeenApplied()).isTrue();
            assertThat(away.retryAfter()).isBetween(Duration.ofSeconds(100), Duration.ofMinutes(2));
        });
        assertThat(made(key)).isEqualTo(1);
    }

    @Test
    void leavesAloneWhatAnotherReplicaMayHaveSent() {
        IdempotencyKey key = newKey();
        CallScope again = new CallScope(null, null, true);
        assertThat(failureOf(() -> again.run(() -> create(key)))).isInstanceOf(Failure.Unavailable.class);
        assertThat(made(key)).isZero();
    }

    @Test
    void sendsOnceWhatComesAgainToTheSameProcess() throws Exception {
        IdempotencyKey key = newKey();
        String first = create(key);
        assertThat(new CallScope(null, null, true).call(() -> create(key))).isEqualTo(first);
        assertThat(made(key)).isEqualTo(1);
    }

    private List<JsonNode> sent(IdempotencyKey key) {
        return vendor().records("messages").stream()
                .filter(message ->
                        message.path("biz_opaque_callback_data").asText().equals(key.value()))
                .toList();
    }

    private JsonNode lastRequest() throws IOException {
        return JSON.readTree(vendor().exchanges().getLast().path("requestBody").asText());
    }

    private static JsonNode fixture(String name) throws IOException {
        try (InputStream file = WhatsAppTest.class.getResourceAsStream("/whatsapp/" + name)) {
            return JSON.readTree(file);
        }
    }
}
