package dev.switchboard.integration.card;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** All cards on this release's class path, found by looking: a new card needs no list. */
public final class IntegrationCards {
    private static final String FOLDER = "integrations/";
    private static final JsonMapper YAML = JsonMapper.builder(new YAMLFactory())
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private IntegrationCards() {}

    /**
     * Every card, sorted by id.
     *
     * @throws IllegalStateException when a card is wrong; the message names it
     */
    public static List<IntegrationCard> load() {
        try {
            return names().sorted().map(IntegrationCards::card).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The integration cards cannot be listed", e);
        }
    }

    /** The card with this id, when there is one. */
    public static Optional<IntegrationCard> named(String id) {
        return load().stream().filter(card -> card.id().equals(id)).findFirst();
    }

    static IntegrationCard parse(String name, InputStream yaml) {
        try {
            IntegrationCard card = YAML.readValue(yaml, IntegrationCard.class);
            if (!name.equals(FOLDER + card.id() + ".yaml")) {
                throw new IllegalStateException(name + " holds the card of " + card.id());
            }
            return card;
        } catch (IOException e) {
            throw new IllegalStateException("The card " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static IntegrationCard card(String name) {
        try (@Nullable
                InputStream yaml = IntegrationCards.class.getClassLoader().getResourceAsStream(name)) {
            if (yaml == null) {
                throw new IllegalStateException("The card " + name + " has gone");
            }
            return parse(name, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException("The card " + name + " cannot be read", e);
        }
    }

    private static Stream<String> names() throws IOException {
        Path place = codePlace();
        if (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.list(place.resolve(FOLDER))) {
                return files.map(file -> FOLDER + file.getFileName()).toList().stream();
            }
        }
        try (JarFile jar = new JarFile(place.toFile())) {
            List<String> names = new ArrayList<>();
            jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(FOLDER) && name.endsWith(".yaml"))
                    .forEach(names::add);
            return names.stream();
        }
    }

    /** Where these classes come from: a folder in a build, a jar in a release. The cards lie beside them. */
    private static Path codePlace() {
        try {
            return Path.of(IntegrationCards.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class path holds an address that is none", e);
        }
    }
}
