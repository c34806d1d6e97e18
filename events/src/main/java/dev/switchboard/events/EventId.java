package dev.switchboard.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that depend only on what they name, so that the same thing seen twice is the same thing. */
public final class EventId {
    private static final int BYTES = 16;

    private EventId() {}

    /** The CloudEvents id of an event: 32 hex digits, the same whenever the same fact is published. */
    public static String of(Event event) {
        return of(EventTypes.of(event), event.key(), event.distinction());
    }

    /** 32 hex digits made from the parts; parts are kept apart, so ("a","bc") and ("ab","c") differ. */
    public static String of(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
