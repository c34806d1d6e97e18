package dev.switchboard.testkit.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A caller at Twilio: rings, speaks, hangs up, with validly signed webhooks, following the TwiML as Twilio does. */
public final class Phone {
    static final String ACCOUNT = "AC00000000000000000000000000000001";
    static final String LINE = "+14155550000";
    private static final String TOKEN = "twilio-sandbox-token";
    private static final Pattern ACTION = Pattern.compile("<Gather[^>]* action=\"([^\"]+)\"");
    private static final Pattern SAY = Pattern.compile("<Say[^>]*>([^<]*)</Say>");
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final int port;
    private final String publicUrl;
    private final String number;
    private final String line;
    private final String callSid = "CA" + UUID.randomUUID().toString().replace("-", "");
    private String nextAction;

    Phone(int port, String publicUrl, String number, String line) {
        this.port = port;
        this.publicUrl = publicUrl;
        this.number = number;
        this.line = line;
        this.nextAction = publicUrl + "/process-speech";
    }

    public String callSid() {
        return callSid;
    }

    /** What the caller hears when the phone is answered. */
    public String ring() {
        return heard(
                post(publicUrl + "/incoming-call", fields(Map.of("CallStatus", "ringing", "Direction", "inbound"))));
    }

    /** What the caller hears in answer. */
    public String say(String words) {
        return heard(post(
                nextAction, fields(Map.of("CallStatus", "in-progress", "SpeechResult", words, "Confidence", "0.93"))));
    }

    public void hangUp() {
        HttpResponse<String> response = post(
                publicUrl + "/call-status",
                fields(Map.of("CallStatus", "completed", "CallDuration", "42", "SequenceNumber", "3")));
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError("The hang-up was answered " + response.statusCode() + " " + response.body());
        }
    }

    /** One POST of a form, signed. */
    public HttpResponse<String> post(String url, Map<String, String> form) {
        return post(url, form, signature(url, form));
    }

    /** One POST of a form with whatever signature. */
    public HttpResponse<String> post(String url, Map<String, String> form, String signature) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        URI local = URI.create(url.replace(publicUrl, "http://127.0.0.1:" + port));
        HttpRequest request = HttpRequest.newBuilder(local)
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Twilio-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Map<String, String> fields(Map<String, String> more) {
        Map<String, String> fields = new TreeMap<>(more);
        fields.put("CallSid", callSid);
        fields.put("AccountSid", ACCOUNT);
        fields.put("From", number);
        fields.put("To", line);
        fields.put("ApiVersion", "2010-04-01");
        return fields;
    }

    private String heard(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError("Twilio was answered " + response.statusCode() + " " + response.body());
        }
        Matcher action = ACTION.matcher(response.body());
        if (action.find()) {
            nextAction = unescape(action.group(1));
        }
        return SAY.matcher(response.body())
                .results()
                .map(say -> unescape(say.group(1)))
                .collect(Collectors.joining(" "));
    }

    private static String unescape(String xml) {
        return xml.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String signature(String url, Map<String, String> form) {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA1", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
