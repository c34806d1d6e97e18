package dev.switchboard.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** Events as JSON: snake_case, ISO-8601 instants and durations, absent instead of null, unknown fields ignored. */
public final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .annotationIntrospector(
                    AnnotationIntrospector.pair(new JacksonAnnotationIntrospector(), new RequiredComponents()))
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventJson() {}

    /** The event's data as UTF-8 JSON, without its key, id and type: those travel as headers. */
    public static byte[] write(Event event) {
        try {
            return MAPPER.writerFor(event.getClass()).writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(event.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
    }

    /**
     * Reads an event's data.
     *
     * @throws IOException when the bytes are not that event; the message names no content
     */
    public static <E extends Event> E read(byte[] json, Class<E> type) throws IOException {
        try {
            E event = MAPPER.readValue(json, type);
            if (event == null) {
                throw new IOException("The record's value is JSON null, not a " + type.getSimpleName());
            }
            return event;
        } catch (JsonProcessingException e) {
            throw new IOException("The record's value is not a " + type.getSimpleName() + ": "
                    + e.getClass().getSimpleName() + " at " + where(e));
        }
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? "an unknown place"
                : "column " + e.getLocation().getColumnNr();
    }
}
