package dev.switchboard.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchboard.events.WebhookReceived;
import dev.switchboard.gateway.SetUps;
import dev.switchboard.gateway.journal.RecordedKafka;
import dev.switchboard.integration.card.IntegrationCard;
import dev.switchboard.integration.card.IntegrationCard.Setting;
import dev.switchboard.integration.card.Webhook;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks of a system that signs nothing: its secret is the last part of the path. Compared by {@link Hmac#equal}. */
class SecretPathTest {
    private static final String SECRET = "s3cret-of-acme";
    private static final String NEXT = "s3cret-after-it";
    private static final String XML_ANSWER = "<ack>true</ack>";

    private final RecordedKafka kafka = new RecordedKafka();

    @TempDir
    Path folder;

    @Test
    void acceptsTheSecretAndTheOneAfterIt() {
        VendorWebhooks webhooks = webhooks(Map.of("ACME_WEBHOOK_SECRET", SECRET, "ACME_WEBHOOK_SECRET_NEXT", NEXT));

        webhooks.receive("acme", SECRET, request("{\"id\":\"7\"}"));
        webhooks.receive("acme", NEXT, request("{\"id\":\"8\"}"));

        assertThat(kafka.of(WebhookReceived.class))
                .extracting(WebhookReceived::resource)
                .containsExactly("7", "8");
    }

    @Test
    void passesAWebhookOnOnce() {
        VendorWebhooks webhooks = webhooks(Map.of("ACME_WEBHOOK_SECRET", SECRET));

        webhooks.receive("acme", SECRET, request("{\"id\":\"7\"}"));
        webhooks.receive("acme", SECRET, request("{\"id\":\"7\"}"));

        assertThat(kafka.of(WebhookReceived.class)).hasSize(1);
    }

    @Test
    void saysWhenToSendAgainWhatNeitherKafkaNorTheDiskTakes() {
        VendorWebhooks webhooks = webhooks(Map.of("ACME_WEBHOOK_SECRET", SECRET));
        kafka.taking(event -> CompletableFuture.failedFuture(new IllegalStateException("away")));
        String large = "x".repeat(400_000);

        CompletionException full = catchThrowableOfType(CompletionException.class, () -> {
            for (int number = 1; number <= 3; number++) {
                webhooks.receive("acme", SECRET, request("{\"id\":\"" + number + "\",\"text\":\"" + large + "\"}"));
            }
        });

        try (Response answer = new Refusals().notDurable(full)) {
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(answer.getHeaderString("Retry-After")).isEqualTo("30");
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "s", "s3cret-of-acm", "s3cret-of-acme ", "s3cret-of-acmes", "S3CRET-OF-ACME", NEXT})
    void refusesEveryOtherSecret(@Nullable String secret) {
        VendorWebhooks webhooks = webhooks(Map.of("ACME_WEBHOOK_SECRET", SECRET));

        assertThat(Refused.by(() -> webhooks.receive("acme", secret, request("{\"id\":\"7\"}"))))
                .isEqualTo(new Refused(403, "The secret in the path is wrong."));
        assertThat(kafka.of(WebhookReceived.class)).isEmpty();
    }

    @Test
    void passesXmlOnAndAnswersInKind() {
        VendorWebhooks webhooks = webhooks(Map.of("ACME_WEBHOOK_SECRET", SECRET));
        String xml = "<?xml version=\"1.0\"?><note xmlns=\"urn:acme\"><id>7</id></note>";

        assertThat(webhooks.receive("acme", SECRET, xml(xml))).contains(XML_ANSWER);
        assertThat(webhooks.receive("acme", SECRET, xml(xml))).contains(XML_ANSWER);
        assertThat(webhooks.receive("acme", SECRET, request("{\"id\":\"7\"}"))).isEmpty();
        assertThat(kafka.of(WebhookReceived.class))
                .extracting(WebhookReceived::body)
                .containsExactly(xml, "{\"id\":\"7\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE note><note/>",
                "<!DOCTYPE note [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><note>&x;</note>",
                "<!DOCTYPE note SYSTEM \"http://127.0.0.1:9/note.dtd\"><note/>",
                "<!DOCTYPE n [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><n>&c;</n>",
                "<!DOCTYPE n [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/p\"> %p;]><n/>",
                "<note>&unknown;</note>",
                "<note>",
                "not xml",
                ""
            })
    void refusesXmlThatIsDangerousOrNone(String body) {
        VendorWebhooks webhooks = webhooks(Map.of("ACME_WEBHOOK_SECRET", SECRET));

        assertThat(Refused.by(() -> webhooks.receive("acme", SECRET, xml(body))).status())
                .isEqualTo(400);
        assertThat(kafka.of(WebhookReceived.class)).isEmpty();
    }

    @Test
    void isOffUntilASecretIsSet() {
        VendorWebhooks webhooks = webhooks(Map.of("ACME_WEBHOOK_SECRET", " "));

        assertThat(Refused.by(() -> webhooks.receive("acme", "", request("{}"))))
                .isEqualTo(new Refused(
                        404, "Webhooks of Acme are off: set ACME_WEBHOOK_SECRET or ACME_WEBHOOK_SECRET_NEXT."));
    }

    private VendorWebhooks webhooks(Map<String, String> environment) {
        Clock clock = Clock.systemUTC();
        return new VendorWebhooks(
                List.of(acme()), SetUps.settings(), SetUps.vendors(environment), kafka.journal(folder, clock), clock);
    }

    private static IntegrationCard acme() {
        List<String> secrets = List.of("ACME_WEBHOOK_SECRET", "ACME_WEBHOOK_SECRET_NEXT");
        return new IntegrationCard(
                "acme",
                "Acme",
                IntegrationCard.Category.CRM,
                List.of(),
                "https://acme.example",
                secrets.stream()
                        .map(name -> new Setting(name, "The secret in the path.", false, true, null))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                new Webhook(
                        Webhook.Scheme.SECRET_PATH,
                        secrets,
                        null,
                        "",
                        null,
                        List.of(),
                        "",
                        null,
                        null,
                        null,
                        "/id",
                        List.of(),
                        XML_ANSWER),
                List.of(),
                List.of(URI.create("https://acme.example/docs")));
    }

    private static InboundRequest xml(String body) {
        return request("text/xml; charset=UTF-8", body);
    }

    private static InboundRequest request(String body) {
        return request("application/json", body);
    }

    private static InboundRequest request(String type, String body) {
        return new InboundRequest(
                "POST", "/webhooks/acme", Map.of("content-type", type), body.getBytes(StandardCharsets.UTF_8));
    }
}
