package dev.switchboard.monitor.stream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.switchboard.monitor.health.Memory;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** What is remembered of an integration, as JSON; a field of a newer release is ignored. */
final class MemorySerde {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private MemorySerde() {}

    static Serde<Memory> serde() {
        return Serdes.serdeFrom((_, memory) -> write(memory), (_, json) -> read(json));
    }

    private static byte[] write(Memory memory) {
        try {
            return MAPPER.writeValueAsBytes(memory);
        } catch (IOException e) {
            throw new SerializationException("What is remembered of an integration cannot be written", e);
        }
    }

    private static Memory read(byte[] json) {
        try {
            return MAPPER.readValue(json, Memory.class);
        } catch (IOException e) {
            throw new SerializationException("What is remembered of an integration cannot be read", e);
        }
    }
}
