package dev.switchboard.integration.card;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor's webhooks prove where they come from.
 *
 * @param scheme the vendor's way
 * @param secrets the settings that hold the secret; any that is set is tried, so rotation needs no pause
 * @param header the header with the signature; null for secret paths
 * @param prefix what stands before the signature, e.g. {@code sha256=}; empty when nothing does
 * @param signed what is signed, joined in this order
 * @param separator what stands between the signed parts, e.g. {@code .}; empty when nothing does
 * @param timestamp where the signed time stands; null when none is signed
 * @param tolerance how old a signed time may be; null when none is signed
 * @param delivery where the id stands that is the same when the vendor sends again: {@code header:<name>}, or {@code json:<pointer>};
 *     null when the body's hash has to do
 * @param resource a JSON pointer to what the webhook is about; null when the delivery has to do
 * @param login the settings of a user and a password, with which a sender that cannot sign logs in instead (HTTP Basic); empty when
 *     all sign
 * @param xmlAnswer what the vendor wants to hear when it sends {@code text/xml}, which is accepted then; null when it sends none
 */
public record Webhook(
        Scheme scheme,
        List<String> secrets,
        @Nullable String header,
        String prefix,
        @Nullable Encoding encoding,
        List<Part> signed,
        String separator,
        @Nullable Timestamp timestamp,
        @Nullable Duration tolerance,
        @Nullable String delivery,
        @Nullable String resource,
        List<String> login,
        @Nullable String xmlAnswer) {

    public Webhook {
        secrets = List.copyOf(secrets);
        prefix = prefix == null ? "" : prefix;
        signed = signed == null ? List.of() : List.copyOf(signed);
        separator = separator == null ? "" : separator;
        login = login == null ? List.of() : List.copyOf(login);
        if (scheme.signed() && scheme != Scheme.TWILIO && (header == null || encoding == null || signed.isEmpty())) {
            throw new IllegalArgumentException("An HMAC webhook names its header, its encoding and what is signed");
        }
        if (scheme == Scheme.BASIC && secrets.size() != 2) {
            throw new IllegalArgumentException(
                    "A webhook with a password names the settings of its user and its password");
        }
        if (!login.isEmpty() && (login.size() != 2 || !scheme.signed())) {
            throw new IllegalArgumentException(
                    "A webhook that is signed, or comes with a login instead, names the settings of its user and its password");
        }
        if (signed.contains(Part.TIMESTAMP) && (timestamp == null || tolerance == null)) {
            throw new IllegalArgumentException("A signed timestamp needs its place and its tolerance");
        }
    }

    Stream<String> settings() {
        return Stream.concat(secrets.stream(), login.stream());
    }

    /** The algorithms in use. */
    public enum Scheme {
        HMAC_SHA1,
        HMAC_SHA256,
        /** Twilio's own: HMAC-SHA1 over URL and sorted form fields. */
        TWILIO,
        /** No signature: the secret is the last part of the path. */
        SECRET_PATH,
        /** No signature: HTTP Basic with the user and the password that the two secrets are. */
        BASIC;

        /** Whether the sender proves itself over what it sends, and not by a password alone. */
        public boolean signed() {
            return this != SECRET_PATH && this != BASIC;
        }
    }

    /** How the signature's bytes are written. */
    public enum Encoding {
        BASE64,
        HEX
    }

    /** What can be signed. */
    public enum Part {
        METHOD,
        URL,
        BODY,
        TIMESTAMP
    }

    /** Where the signed time stands and how it is written. */
    public record Timestamp(String header, Format format) {
        /** The ways vendors write a time. */
        public enum Format {
            EPOCH_SECONDS,
            EPOCH_MILLIS,
            ISO8601
        }
    }
}
