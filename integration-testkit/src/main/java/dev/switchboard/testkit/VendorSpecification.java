package dev.switchboard.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * A vendor's own description of its API. Checked when {@code SWITCHBOARD_SPECS} names the folder that holds one folder a vendor;
 * without it the check is skipped, and says so once.
 */
interface VendorSpecification {
    /** The environment variable, or system property, with the folder. */
    String FOLDER = "SWITCHBOARD_SPECS";

    Logger LOG = Logger.getLogger(VendorSpecification.class);
    Map<String, String> FOLDER_NAMES = Map.of("whatsapp", "whatsapp-business");
    Map<String, Optional<VendorSpecification>> LOADED = new ConcurrentHashMap<>();

    /** Fails the test when the exchange is not what the vendor describes; what it does not describe passes. */
    void check(JsonNode exchange);

    /** The vendor's, when the folder is given and holds one that machines can check. */
    static Optional<VendorSpecification> of(String system) {
        return LOADED.computeIfAbsent(system, VendorSpecification::load);
    }

    private static Optional<VendorSpecification> load(String system) {
        String folder = Optional.ofNullable(System.getenv(FOLDER)).orElse(System.getProperty(FOLDER, ""));
        if (folder.isBlank()) {
            LOG.infof("%s is not set: %s is not checked against its vendor's specification", FOLDER, system);
            return Optional.empty();
        }
        Path place = Path.of(folder).resolve(FOLDER_NAMES.getOrDefault(system, system));
        if (!Files.isDirectory(place)) {
            LOG.infof("There is no specification of %s to check against", system);
            return Optional.empty();
        }
        List<Path> openApis = files(place, ".*\\.(json|ya?ml)");
        List<Path> graphQls = files(place, "admin.*\\.graphql");
        if (!graphQls.isEmpty()) {
            return Optional.of(new GraphQlSpecification(graphQls.getFirst()));
        }
        return OpenApiSpecification.of(system, openApis);
    }

    private static List<Path> files(Path place, String name) {
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
