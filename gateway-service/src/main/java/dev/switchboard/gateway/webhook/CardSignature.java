package dev.switchboard.gateway.webhook;

import dev.switchboard.integration.card.Webhook;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Checks a signature by the facts of a card: algorithm, header, encoding, what is signed, how old it may be. */
public final class CardSignature {
    private final Webhook facts;
    private final List<String> secrets;
    private final String publicUrl;
    private final Clock clock;

    /** @param secrets each of them is accepted, so that a secret can be rotated */
    public CardSignature(Webhook facts, List<String> secrets, URI publicUrl, Clock clock) {
        this.facts = facts;
        this.secrets = List.copyOf(secrets);
        this.publicUrl = publicUrl.toString().replaceAll("/+$", "");
        this.clock = clock;
    }

    /**
     * Checks the signature and its age.
     *
     * @throws RefusedException when it is missing, wrong or too old
     */
    public void check(InboundRequest request) {
        String signature = signature(request);
        String algorithm = algorithm();
        byte[][] signed = signed(request);
        if (secrets.stream().noneMatch(secret -> Hmac.equal(signature, written(Hmac.of(algorithm, secret, signed))))) {
            throw RefusedException.forbidden("The signature is wrong.");
        }
        Webhook.Timestamp timestamp = facts.timestamp();
        Duration tolerance = facts.tolerance();
        if (timestamp != null && tolerance != null) {
            Duration away = Duration.between(instant(timestamp, request), clock.instant())
                    .abs();
            if (away.compareTo(tolerance) > 0) {
                throw RefusedException.forbidden("The signed time is too far from now.");
            }
        }
    }

    /** Whether the request has the signature's header, right or wrong. */
    boolean isOn(InboundRequest request) {
        return request.header(header()).isPresent();
    }

    /** The signature as it was sent: what was signed before has the same one. */
    String signature(InboundRequest request) {
        String header = header();
        String sent = request.header(header)
                .filter(value -> value.startsWith(facts.prefix()))
                .orElseThrow(() -> RefusedException.forbidden("The signature header " + header + " is missing."))
                .substring(facts.prefix().length());
        return facts.encoding() == Webhook.Encoding.HEX ? sent.toLowerCase(Locale.ROOT) : sent;
    }

    private String header() {
        return facts.header() == null ? "" : facts.header();
    }

    private String algorithm() {
        return switch (facts.scheme()) {
            case HMAC_SHA1 -> "HmacSHA1";
            case HMAC_SHA256 -> "HmacSHA256";
            case TWILIO, SECRET_PATH, BASIC -> throw new IllegalStateException("No HMAC over parts: " + facts.scheme());
        };
    }

    private String written(byte[] hash) {
        return facts.encoding() == Webhook.Encoding.HEX ? HexFormat.of().formatHex(hash) : Hmac.base64(hash);
    }

    private byte[][] signed(InboundRequest request) {
        byte[] separator = facts.separator().getBytes(StandardCharsets.UTF_8);
        return facts.signed().stream()
                .flatMap(part -> Stream.of(separator, part(part, request)))
                .skip(1)
                .toArray(byte[][]::new);
    }

    private byte[] part(Webhook.Part part, InboundRequest request) {
        return switch (part) {
            case METHOD -> request.method().getBytes(StandardCharsets.US_ASCII);
            case URL -> (publicUrl + request.uri()).getBytes(StandardCharsets.UTF_8);
            case BODY -> request.body();
            case TIMESTAMP -> timestamp(request).getBytes(StandardCharsets.UTF_8);
        };
    }

    private String timestamp(InboundRequest request) {
        Webhook.Timestamp timestamp = facts.timestamp();
        String header = timestamp == null ? "" : timestamp.header();
        return request.header(header)
                .orElseThrow(() -> RefusedException.forbidden("The header " + header + " is missing."));
    }

    private Instant instant(Webhook.Timestamp timestamp, InboundRequest request) {
        String value = timestamp(request);
        try {
            return switch (timestamp.format()) {
                case EPOCH_SECONDS -> Instant.ofEpochSecond(Long.parseLong(value));
                case EPOCH_MILLIS -> Instant.ofEpochMilli(Long.parseLong(value));
                case ISO8601 -> Instant.parse(value);
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw RefusedException.forbidden("The header " + timestamp.header() + " is no time.");
        }
    }
}
