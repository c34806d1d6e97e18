package dev.switchboard.gateway.webhook;

import io.vertx.core.http.HttpServerRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A webhook as it came: signatures are checked over these very bytes.
 *
 * @param uri path and query, not decoded
 * @param headers by lower-case name; of a repeated header the first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record InboundRequest(String method, String uri, Map<String, String> headers, byte[] body) {
    public static InboundRequest of(HttpServerRequest request, byte[] body) {
        Map<String, String> headers = new TreeMap<>();
        request.headers().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return new InboundRequest(request.method().name(), request.uri(), headers, body);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * This request, when its body is not too large.
     *
     * @throws RefusedException when it is
     */
    public InboundRequest atMost(int bytes) {
        if (body.length > bytes) {
            throw RefusedException.tooLarge(bytes);
        }
        return this;
    }

    /**
     * This request, when its content type is the wanted one.
     *
     * @throws RefusedException when it is another
     */
    public InboundRequest ofType(String contentType) {
        if (!isOfType(contentType)) {
            throw RefusedException.wrongType(contentType);
        }
        return this;
    }

    boolean isOfType(String contentType) {
        return header("content-type")
                .map(type -> type.split(";", 2)[0].strip().equalsIgnoreCase(contentType))
                .orElse(false);
    }

    /**
     * The body as text.
     *
     * @throws RefusedException when it is not UTF-8
     */
    public String text() {
        return utf8(body);
    }

    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw RefusedException.malformed("The body is not UTF-8.");
        }
    }
}
