package dev.switchboard.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything the gateway can be told. Each key can be an environment variable too: {@code SWITCHBOARD_PUBLIC_URL}. */
@ConfigMapping(prefix = "switchboard")
public interface GatewaySettings {
    /** The address under which the channels reach this gateway; their signatures are made over it. An absolute URL. */
    @WithDefault("http://127.0.0.1:8080")
    URI publicUrl();

    /** How long a caller waits to be greeted by name. A duration. */
    @WithDefault("1.5s")
    Duration greetingBudget();

    /** How long a customer waits within a turn for an answer from a company system. A duration. */
    @WithDefault("4s")
    Duration turnBudget();

    /** The company's time zone: what "yesterday" means. A name of the IANA time zone database. */
    @WithDefault("UTC")
    ZoneId zone();

    /** The language that is spoken and listened to. A BCP 47 tag that Twilio knows. */
    @WithDefault("en-US")
    String language();

    /** The country phone numbers without a country code are read in. An ISO 3166 code. */
    @WithDefault("US")
    String region();

    /** The number callers who want a person are put through to, in E.164; without it they get a ticket. */
    Optional<String> transferTo();

    /**
     * Whose lines are whose, where one house serves several companies or brands: the tenant's name to the numbers and addresses that
     * their customers reach. One that stands here nowhere belongs to no tenant.
     */
    Map<String, List<String>> tenants();

    /** Who answers the customer: the small intent model that is built in, or your own bot. */
    @WithDefault("builtin")
    Engine engine();

    /** Your own bot; read when {@link #engine()} is {@code http}. */
    Bot bot();

    /** When a chat session is over because the customer wrote nothing. A duration. */
    @WithDefault("10m")
    Duration chatIdle();

    /** When a call is over because the phone system never said so. A duration. */
    @WithDefault("4h")
    Duration callExpiry();

    /** Where events wait while Kafka is away. */
    Spool spool();

    /** The ways to make replies. */
    enum Engine {
        BUILTIN,
        HTTP
    }

    /** The user's own bot. */
    interface Bot {
        /** Where it takes turns: an absolute URL that is posted to. */
        Optional<URI> url();

        /** How long it may think about a turn. A duration. */
        @WithDefault("3s")
        Duration timeout();
    }

    /** The spool on disk. */
    interface Spool {
        /** The folder; each gateway needs its own, on a disk that outlives the process. A path. */
        @WithDefault(".switchboard/spool")
        Path directory();

        /** How much may wait there before webhooks are refused with 503. Bytes. */
        @WithDefault("4294967296")
        long maximumBytes();
    }
}
