package dev.switchboard.gateway.conversation;

import dev.switchboard.gateway.GatewaySettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whose customers they are who reach a line. */
@Singleton
public final class Tenants {
    private final Map<String, String> byLine = new HashMap<>();

    @Inject
    Tenants(GatewaySettings settings) {
        this(settings.tenants());
    }

    public Tenants(Map<String, List<String>> lines) {
        lines.forEach((tenant, theirs) -> theirs.forEach(line -> byLine.put(line.strip(), tenant)));
    }

    /** The tenant's name; null when the line belongs to none. */
    public @Nullable String of(String line) {
        return byLine.get(line);
    }
}
