package dev.switchboard.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** The environment variables with which each system is reached in the sandbox: {@code credentials.env} beside each vendor. */
public final class SandboxCredentials {

    private static final String PLACEHOLDER = "${SANDBOX_URL}";

    private SandboxCredentials() {}

    /**
     * By system.
     *
     * @param sandboxUrl where the sandbox listens, e.g. {@code http://127.0.0.1:8099}
     */
    public static Map<String, Map<String, String>> of(String sandboxUrl) {
        Map<String, Map<String, String>> systems = new LinkedHashMap<>();
        for (VendorSandbox vendor : VendorCatalog.create(Clock.systemUTC())) {
            systems.put(vendor.system(), variables(vendor, sandboxUrl));
        }
        return systems;
    }

    private static Map<String, String> variables(VendorSandbox vendor, String sandboxUrl) {
        try (InputStream file = vendor.getClass().getResourceAsStream("credentials.env")) {
            if (file == null) {
                throw new IllegalStateException("the vendor " + vendor.system() + " has no credentials.env");
            }
            Map<String, String> variables = new LinkedHashMap<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int equals = line.indexOf('=');
                variables.put(
                        line.substring(0, equals), line.substring(equals + 1).replace(PLACEHOLDER, sandboxUrl));
            });
            return variables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
