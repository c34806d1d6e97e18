package dev.switchboard.integration.card;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one system, read from {@code integrations/<id>.yaml}.
 *
 * @param id lower-case letters and digits; names the system's package, topic keys and log records
 * @param name as the vendor writes it
 * @param abilities what the adapter can do, the names of its port's operations
 * @param baseUrl with {@code ${SETTING}} placeholders; {@code <ID>_BASE_URL} overrides it
 * @param settings every environment variable the system reads
 * @param auth the ways to sign in, the recommended one first
 * @param limits the vendor's rate limits, the tightest first; empty when it publishes none
 * @param webhook how its webhooks are verified; null when it sends none
 * @param customFields fields worth creating in the vendor's system
 * @param docs the vendor's own pages
 */
public record IntegrationCard(
        String id,
        String name,
        Category category,
        List<String> abilities,
        String baseUrl,
        List<Setting> settings,
        List<Auth> auth,
        List<Endpoint> endpoints,
        List<Limit> limits,
        @Nullable Webhook webhook,
        List<CustomField> customFields,
        List<URI> docs) {

    public IntegrationCard {
        if (!id.matches("[a-z][a-z0-9]*")) {
            throw new IllegalArgumentException("A card's id is lower-case letters and digits, not " + id);
        }
        abilities = List.copyOf(abilities);
        settings = List.copyOf(settings);
        auth = List.copyOf(auth);
        endpoints = List.copyOf(endpoints);
        limits = limits == null ? List.of() : List.copyOf(limits);
        customFields = customFields == null ? List.of() : List.copyOf(customFields);
        docs = List.copyOf(docs);
        List<String> names = settings.stream().map(Setting::name).toList();
        Stream.concat(
                        auth.stream().flatMap(way -> way.settings().stream()),
                        webhook == null ? Stream.empty() : webhook.settings())
                .filter(used -> !names.contains(used))
                .findFirst()
                .ifPresent(missing -> {
                    throw new IllegalArgumentException(
                            "The card of " + id + " uses " + missing + " but does not list it under settings");
                });
    }

    /** The setting that replaces {@link #baseUrl()}, e.g. {@code ZENDESK_BASE_URL}. */
    public String baseUrlSetting() {
        return id.toUpperCase(Locale.ROOT) + "_BASE_URL";
    }

    public Optional<Setting> setting(String name) {
        return settings.stream().filter(setting -> setting.name().equals(name)).findFirst();
    }

    /** What kind of system it is, and so which connector serves it. */
    public enum Category {
        CRM,
        TICKETING,
        COMMERCE,
        TELEPHONY,
        MESSAGING
    }

    /**
     * An environment variable.
     *
     * @param help one sentence: what it is and where to find it
     * @param required whether the system cannot be on without it, whatever the way to sign in
     * @param secret whether it must never be shown
     * @param fallback the value when it is not set; null when there is none
     */
    public record Setting(
            String name,
            String help,
            boolean required,
            boolean secret,
            @Nullable String fallback) {}

    /**
     * A way to sign in; it is chosen when all its settings are set.
     *
     * @param kind e.g. {@code oauth2-client-credentials}, {@code basic}, {@code bearer}, {@code jwt-bearer}
     * @param tokenUrl relative to the base URL, or absolute; null when no token is fetched
     */
    public record Auth(String kind, @Nullable String tokenUrl, List<String> settings) {
        public Auth {
            settings = List.copyOf(settings);
        }
    }

    /** A vendor call the adapter makes. {@code call} is method and path, e.g. {@code POST /api/v2/tickets}. */
    public record Endpoint(String ability, String call, URI docs) {}

    /**
     * A rate limit: so many requests {@code per} so long for the whole account.
     *
     * @param per ISO-8601 duration, e.g. {@code PT1M}
     * @param hint the answer's header that says how long to wait; null when there is none
     */
    public record Limit(
            int requests, Duration per, @Nullable String hint) {}

    /** A field worth creating in the vendor's system. */
    public record CustomField(String name, String type, String purpose) {}
}
