package dev.switchboard.crm.zoho;

import dev.switchboard.crm.zoho.ZohoJson.Channel;
import dev.switchboard.crm.zoho.ZohoJson.Channels;
import dev.switchboard.crm.zoho.ZohoJson.Open;
import dev.switchboard.crm.zoho.ZohoJson.Result;
import dev.switchboard.crm.zoho.ZohoJson.Watch;
import dev.switchboard.crm.zoho.ZohoJson.Watched;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The notification channel from Zoho to this gateway. Its id, which is ours to choose, follows from its address: whoever asks for it
 * again, after whatever went wrong, gets the same one and no second.
 *
 * @see <a href="https://www.zoho.com/crm/developer/docs/api/v8/notifications/enable.html">Enable notifications</a>
 */
final class ZohoChannel {
    /** Zoho allows a week. */
    private static final Duration LIFE = Duration.ofDays(6);
    /** Long before the end: whoever is away over a weekend must not lose it. */
    private static final Duration RENEWED_BEFORE = Duration.ofDays(3);

    private static final String OPERATION = "/actions/watch";
    private static final List<String> PEOPLE = List.of(ZohoPerson.CONTACTS + ".all", ZohoPerson.LEADS + ".all");
    private static final List<String> PEOPLE_AND_CASES =
            Stream.concat(PEOPLE.stream(), Stream.of("Cases.all")).toList();
    /** With the offset, without fractions: Zoho refuses {@code Z}. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private final ZohoApi api;
    private final String version;
    private final String address;
    private final String token;
    private final Clock clock;

    ZohoChannel(ZohoApi api, String version, String address, String token, Clock clock) {
        this.api = api;
        this.version = version;
        this.address = address;
        this.token = token;
        this.clock = clock;
    }

    /** A positive number of 64 bits. */
    String id() {
        UUID name = UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8));
        return String.valueOf(Math.max(1, name.getMostSignificantBits() & Long.MAX_VALUE));
    }

    /** Sees to it that the channel is there for days to come, and returns when it ends. */
    Instant keep() {
        Optional<Instant> end = end();
        if (end.isEmpty()) {
            return asked(watch -> api.watch(version, watch));
        }
        if (end.get().isAfter(clock.instant().plus(RENEWED_BEFORE))) {
            return end.get();
        }
        try {
            return asked(watch -> api.renew(version, watch));
        } catch (IntegrationException gone) {
            if (!isInvalid(gone)) {
                throw gone;
            }
            return asked(watch -> api.watch(version, watch));
        }
    }

    /** Ends another channel, if it is still there. */
    void stop(String id) {
        try {
            api.stop(version, id);
        } catch (IntegrationException gone) {
            if (!isInvalid(gone)) {
                throw gone;
            }
        }
    }

    /** Of the first of its modules that ends; empty when Zoho does not know the channel. */
    private Optional<Instant> end() {
        String id = id();
        return open().stream()
                .filter(open -> id.equals(open.id()) && open.end() != null)
                .map(open -> time(String.valueOf(open.end())))
                .min(Instant::compareTo);
    }

    private List<Open> open() {
        try {
            Channels open = api.channels(version, id());
            return open == null || open.watch() == null ? List.of() : open.watch();
        } catch (IntegrationException unknown) {
            if (!isInvalid(unknown)) {
                throw unknown;
            }
            return List.of();
        }
    }

    /** Some editions have no cases; those are told of people. */
    private Instant asked(Function<Watch, Watched> call) {
        try {
            return asked(call, PEOPLE_AND_CASES);
        } catch (IntegrationException refused) {
            if (!isInvalid(refused)) {
                throw refused;
            }
            return asked(call, PEOPLE);
        }
    }

    private Instant asked(Function<Watch, Watched> call, List<String> events) {
        Instant end = clock.instant().plus(LIFE).truncatedTo(ChronoUnit.SECONDS);
        String until = TIME.format(end.atOffset(ZoneOffset.UTC));
        Watched answer = call.apply(new Watch(List.of(new Channel(id(), events, until, token, address, true, false))));
        if (answer.watch() == null || answer.watch().isEmpty()) {
            throw answer.code() == null
                    ? failed(new Failure.Malformed(200))
                    : failed(ZohoFailures.refused(200, answer.code(), answer.details()));
        }
        Result result = answer.watch().getFirst();
        if (result.failed()) {
            throw failed(ZohoFailures.refused(200, result.code(), result.details()));
        }
        return granted(result).orElse(end);
    }

    /** May be sooner than what was asked for. */
    private static Optional<Instant> granted(Result result) {
        return result.details() == null
                ? Optional.empty()
                : result.details()
                        .path("events")
                        .valueStream()
                        .map(event -> event.path("channel_expiry").asText(""))
                        .filter(end -> !end.isEmpty())
                        .map(ZohoChannel::time)
                        .min(Instant::compareTo);
    }

    private static Instant time(String told) {
        try {
            return OffsetDateTime.parse(told).toInstant();
        } catch (DateTimeException notATime) {
            throw failed(new Failure.Malformed(200));
        }
    }

    private static boolean isInvalid(IntegrationException refused) {
        return refused.failure() instanceof Failure.Invalid;
    }

    private static IntegrationException failed(Failure failure) {
        return new IntegrationException("zoho", OPERATION, failure);
    }
}
