package dev.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An exchange that is not what the vendor describes fails a test. */
class OpenApiSpecificationTest {
    private static final String DESCRIPTION = """
            openapi: 3.0.3
            info: {title: Phones, version: "1"}
            paths:
              /calls:
                post:
                  requestBody:
                    content:
                      application/x-www-form-urlencoded:
                        schema:
                          type: object
                          required: [To]
                          properties:
                            To: {type: string}
                            Timeout: {type: integer}
                            Record: {type: boolean}
                            Event: {type: array, items: {type: string, enum: [ringing, answered]}}
                  responses: {"200": {description: done}}
            """;

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private VendorSpecification specification;

    @BeforeEach
    void read() throws IOException {
        Path file = Files.writeString(folder.resolve("phones.yaml"), DESCRIPTION);
        specification = OpenApiSpecification.of("phones", List.of(file)).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "To=%2B14155550100",
                "To=12&Timeout=30&Record=true",
                "To=12&Event=ringing",
                "To=12&Event=ringing&Event=answered"
            })
    void letsAFormPassThatIsAsDescribed(String form) {
        assertThatCode(() -> specification.check(exchange(form))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Timeout=30",
                "To=12&Timeout=soon",
                "To=12&Timeout=",
                "To=12&Record=yes",
                "To=12&Event=melting",
                "To=12&Event=ringing&Event=melting"
            })
    void refusesAFormWithAParameterOfAnotherType(String form) {
        assertThatThrownBy(() -> specification.check(exchange(form))).isInstanceOf(AssertionError.class);
    }

    @Test
    void leavesFilesAloneThatAreNoDescription() throws IOException {
        Path file = Files.writeString(folder.resolve("vectors.json"), "{\"vectors\": []}");

        assertThatCode(() -> OpenApiSpecification.of("phones", List.of(file))).doesNotThrowAnyException();
    }

    private static ObjectNode exchange(String form) {
        ObjectNode exchange = VendorTwin.object()
                .put("method", "POST")
                .put("path", "/calls")
                .put("status", 200)
                .put("requestBody", form);
        exchange.putObject("requestHeaders").putArray("content-type").add(Forms.TYPE);
        return exchange;
    }
}
