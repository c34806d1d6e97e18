package dev.switchboard.gateway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.events.Event;
import dev.switchboard.events.EventId;
import dev.switchboard.events.EventJson;
import dev.switchboard.events.EventTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * An entry as one line of the spool: a CRC-32C in hex, a space, JSON, a line feed. A person can read it, and half a line, as a
 * crash leaves it, is told from a whole one.
 */
final class SpoolLine {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CHECKSUM = 8;

    private SpoolLine() {}

    static byte[] write(JournalEntry entry) {
        try {
            byte[] json = JSON.writeValueAsBytes(JSON.createObjectNode()
                    .put("topic", entry.topic())
                    .put("key", entry.event().key())
                    .put("id", EventId.of(entry.event()))
                    .put("type", EventTypes.of(entry.event()))
                    .put("time", entry.time().toString())
                    .set("data", JSON.readTree(EventJson.write(entry.event()))));
            byte[] line = new byte[CHECKSUM + 1 + json.length + 1];
            System.arraycopy(checksum(json, 0, json.length), 0, line, 0, CHECKSUM);
            line[CHECKSUM] = ' ';
            System.arraycopy(json, 0, line, CHECKSUM + 1, json.length);
            line[line.length - 1] = '\n';
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException("An event that is JSON can be read as JSON", e);
        }
    }

    /** Whether the line, without its line feed, is as it was written. */
    static boolean whole(byte[] line) {
        return line.length > CHECKSUM + 1
                && new String(line, 0, CHECKSUM, StandardCharsets.US_ASCII)
                        .equals(new String(
                                checksum(line, CHECKSUM + 1, line.length - CHECKSUM - 1), StandardCharsets.US_ASCII));
    }

    /**
     * Reads a line without its line feed.
     *
     * @throws IOException when it is damaged or holds an event this release does not know
     */
    static JournalEntry read(byte[] line) throws IOException {
        if (!whole(line)) {
            throw new IOException("The line's checksum is wrong");
        }
        JsonNode json = JSON.readTree(line, CHECKSUM + 1, line.length - CHECKSUM - 1);
        String type = json.path("type").asText();
        Class<? extends Event> record =
                EventTypes.named(type).orElseThrow(() -> new IOException("This release does not know " + type));
        try {
            return new JournalEntry(
                    json.path("topic").asText(),
                    EventJson.read(JSON.writeValueAsBytes(json.path("data")), record),
                    Instant.parse(json.path("time").asText()));
        } catch (DateTimeException e) {
            throw new IOException("The line has no time", e);
        }
    }

    private static byte[] checksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return HexFormat.of().toHexDigits((int) crc.getValue()).getBytes(StandardCharsets.US_ASCII);
    }
}
