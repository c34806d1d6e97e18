package dev.switchboard.crm.pipedrive;

import dev.switchboard.crm.pipedrive.PipedriveJson.Field;
import dev.switchboard.crm.pipedrive.PipedriveJson.Option;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.runtime.adapter.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One company's Pipedrive: the fields of its persons and the names of its users, each asked for once an hour at most. */
final class PipedriveAccount {
    static final String LABELS = "label_ids";

    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    private static final int LARGEST_PAGE = 500;

    private final PipedriveApi api;
    private final Clock clock;
    private final String externalIdField;
    private final String segmentField;
    private final @Nullable Long ownerId;
    private volatile @Nullable Known known;

    PipedriveAccount(PipedriveApi api, Settings settings, Clock clock) {
        this(
                api,
                clock,
                settings.get("PIPEDRIVE_EXTERNAL_ID_FIELD"),
                settings.get("PIPEDRIVE_SEGMENT_FIELD"),
                settings.find("PIPEDRIVE_OWNER_ID").isEmpty()
                        ? null
                        : Long.valueOf(settings.get("PIPEDRIVE_OWNER_ID", "[0-9]{1,18}", "a user's number")));
    }

    PipedriveAccount(
            PipedriveApi api, Clock clock, String externalIdField, String segmentField, @Nullable Long ownerId) {
        this.api = api;
        this.clock = clock;
        this.externalIdField = externalIdField;
        this.segmentField = segmentField;
        this.ownerId = ownerId;
    }

    PipedriveApi api() {
        return api;
    }

    Instant now() {
        return clock.instant();
    }

    /** To whom new persons belong; null for the user who connects. */
    @Nullable
    Long ownerId() {
        return ownerId;
    }

    /** The custom field with our key; empty when nobody has made it. */
    Optional<Field> externalId() {
        return field(externalIdField);
    }

    Optional<Field> segment() {
        return field(segmentField);
    }

    /** A field by its name in any case, or by its code. */
    Optional<Field> field(String nameOrCode) {
        return known().fields().stream()
                .filter(field -> nameOrCode.equals(field.code()) || nameOrCode.equalsIgnoreCase(field.name()))
                .findFirst();
    }

    /** What an option is called; the value itself where the field has no options. */
    static @Nullable String label(Field field, String value) {
        List<Option> options = field.options();
        if (options == null) {
            return value;
        }
        return options.stream()
                .filter(option -> value.equals(option.id()))
                .map(Option::label)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A user's name; null when we may not ask. */
    @Nullable
    String userName(long id) {
        String name = known().users()
                .computeIfAbsent(
                        id,
                        asked -> unlessHidden(() -> api.user(asked).data().name())
                                .orElse(""));
        return name.isEmpty() ? null : name;
    }

    /** Empty when it is not there or not ours to see: Pipedrive answers the same to both. */
    static <T> Optional<T> unlessHidden(Supplier<@Nullable T> asked) {
        try {
            return Optional.ofNullable(asked.get());
        } catch (IntegrationException refused) {
            if (refused.failure() instanceof Failure.NotFound || refused.failure() instanceof Failure.Forbidden) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private Known known() {
        Known last = known;
        if (last != null && clock.instant().isBefore(last.until())) {
            return last;
        }
        List<Field> fields =
                unlessHidden(() -> api.personFields(LARGEST_PAGE).data()).orElse(List.of());
        Known fresh = new Known(clock.instant().plus(KNOWN_FOR), fields, new ConcurrentHashMap<>());
        known = fresh;
        return fresh;
    }

    private record Known(Instant until, List<Field> fields, Map<Long, String> users) {}
}
