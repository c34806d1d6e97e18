package dev.switchboard.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/** Twilio and Meta, as the gateway sees them: requests with signatures made here, not by the code under test. */
final class TestChannels {
    static final String PUBLIC_URL = "https://gateway.example.com";
    static final String ACCOUNT = "AC00000000000000000000000000000001";
    static final String TOKEN = "twilio-test-token";
    static final String SECONDARY_TOKEN = "twilio-next-token";
    static final String APP_SECRET = "meta-test-secret";
    static final String VERIFY_TOKEN = "meta-test-word";
    static final String ZENDESK_SECRET = "zendesk-test-secret";
    static final Map<String, String> SETTINGS = Map.of(
            "switchboard.public-url", PUBLIC_URL,
            "quarkus.http.test-port", "0",
            "TWILIO_ACCOUNT_SID", ACCOUNT,
            "TWILIO_AUTH_TOKEN", TOKEN,
            "TWILIO_AUTH_TOKEN_SECONDARY", SECONDARY_TOKEN,
            "META_APP_SECRET", APP_SECRET,
            "WHATSAPP_VERIFY_TOKEN", VERIFY_TOKEN,
            "ZENDESK_WEBHOOK_SECRET", ZENDESK_SECRET);
    static final String SARAH = "+14155550100";
    static final String LINE = "+14155550000";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private TestChannels() {}

    /** An id nobody used before. */
    static String fresh(String prefix) {
        return prefix + "%032x".formatted(COUNT.incrementAndGet() + (System.nanoTime() << 16 >>> 1));
    }

    static Map<String, String> call(String sid) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("CallSid", sid);
        fields.put("AccountSid", ACCOUNT);
        fields.put("From", SARAH);
        fields.put("To", LINE);
        fields.put("CallStatus", "ringing");
        fields.put("ApiVersion", "2010-04-01");
        fields.put("Direction", "inbound");
        return fields;
    }

    static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new TreeMap<>(fields);
        more.put(name, value);
        return more;
    }

    static HttpResponse<String> twilio(String path, Map<String, String> fields) {
        return twilio(path, fields, TOKEN);
    }

    static HttpResponse<String> twilio(String path, Map<String, String> fields, String token) {
        return post(
                path,
                encoded(fields).getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "Content-Type",
                        "application/x-www-form-urlencoded; charset=UTF-8",
                        "X-Twilio-Signature",
                        twilioSignature(path, fields, token)));
    }

    static String twilioSignature(String path, Map<String, String> fields, String token) {
        String signed = PUBLIC_URL
                + path
                + new TreeMap<>(fields)
                        .entrySet().stream()
                                .map(field -> field.getKey() + field.getValue())
                                .collect(Collectors.joining());
        return Base64.getEncoder().encodeToString(mac("HmacSHA1", token, signed.getBytes(StandardCharsets.UTF_8)));
    }

    static HttpResponse<String> whatsApp(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return post(
                "/webhooks/whatsapp",
                bytes,
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-Hub-Signature-256",
                        "sha256=" + HexFormat.of().formatHex(mac("HmacSHA256", APP_SECRET, bytes))));
    }

    static HttpResponse<String> post(String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at(path)).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request.build());
    }

    static HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(at(path)).build());
    }

    static HttpResponse<String> head(String path) {
        return send(HttpRequest.newBuilder(at(path)).HEAD().build());
    }

    static byte[] mac(String algorithm, String secret, byte[] content) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static URI at(String path) {
        return URI.create(ConfigProvider.getConfig().getValue("test.url", String.class) + path);
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
