package dev.switchboard.ticketing.servicenow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Files beside the tests. */
final class Fixture {
    private Fixture() {}

    static String text(String name) {
        try (InputStream file =
                Objects.requireNonNull(Fixture.class.getResourceAsStream("/servicenow/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
