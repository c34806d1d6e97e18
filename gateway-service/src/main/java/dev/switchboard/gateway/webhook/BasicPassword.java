package dev.switchboard.gateway.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The user and the password with which a system that signs nothing proves itself, by RFC 7617. */
final class BasicPassword {
    private static final String SCHEME = "basic ";

    private final String expected;

    private BasicPassword(String expected) {
        this.expected = expected;
    }

    /** The user, then the password. */
    static BasicPassword of(List<String> secrets) {
        byte[] both = (secrets.getFirst() + ":" + secrets.getLast()).getBytes(StandardCharsets.UTF_8);
        return new BasicPassword(Base64.getEncoder().encodeToString(both));
    }

    /**
     * Compares in constant time.
     *
     * @throws RefusedException when they are missing or others
     */
    void check(InboundRequest request) {
        String sent = request.header("Authorization").orElse("");
        if (!sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                || !Hmac.equal(expected, sent.substring(SCHEME.length()).strip())) {
            throw RefusedException.unauthorized("The user or the password is wrong.");
        }
    }
}
