package dev.switchboard.telephony.whatsapp;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.port.SentMessage;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What this process knows of the messages it tried to send, because Meta cannot be asked: there is no idempotency key and no
 * lookup. What Meta refused may be sent again at once; what it accepted is not sent again; where the answer was lost, or another
 * process may have begun, the message is left alone for a while and then sent again. A message sent twice, once in a long while,
 * is the price of never losing one.
 */
final class SentBefore {
    private static final int MOST_REMEMBERED = 10_000;

    private final Duration wait;
    private final Clock clock;
    private final Map<IdempotencyKey, Outcome> outcomes = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        // Forgetting is safe: the message is then left alone for a while longer.
        @Override
        protected boolean removeEldestEntry(Map.Entry<IdempotencyKey, Outcome> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    SentBefore(Duration wait, Clock clock) {
        this.wait = wait;
        this.clock = clock;
    }

    /** Sends, and remembers how it went. */
    SentMessage sending(IdempotencyKey key, Supplier<SentMessage> request) {
        remember(key, new Outcome.Unknown(clock.instant()));
        try {
            SentMessage sent = request.get();
            remember(key, new Outcome.Accepted(sent));
            return sent;
        } catch (IntegrationException refused) {
            if (!mayHaveBeenSent(refused.failure())) {
                remember(key, new Outcome.Refused());
            }
            throw refused;
        } catch (WebApplicationException unreadable) {
            remember(key, new Outcome.Unreadable());
            throw unreadable;
        }
    }

    /**
     * The message this process sent for the command; empty when it may be sent now.
     *
     * @throws IntegrationException when it may not be sent yet, or must not be sent again
     */
    Optional<SentMessage> find(String operation, IdempotencyKey key) {
        Instant now = clock.instant();
        return switch (rememberedOr(key, new Outcome.Unknown(now))) {
            case Outcome.Accepted accepted -> Optional.of(accepted.message());
            case Outcome.Refused ignored -> Optional.empty();
            case Outcome.Unreadable ignored ->
                throw new IntegrationException("whatsapp", operation, new Failure.Malformed(null));
            case Outcome.Unknown unknown -> {
                Duration left = Duration.between(now, unknown.since().plus(wait));
                if (left.isPositive()) {
                    throw new IntegrationException("whatsapp", operation, new Failure.Unavailable(null, true, left));
                }
                yield Optional.empty();
            }
        };
    }

    private void remember(IdempotencyKey key, Outcome outcome) {
        synchronized (outcomes) {
            outcomes.put(key, outcome);
        }
    }

    private Outcome rememberedOr(IdempotencyKey key, Outcome first) {
        synchronized (outcomes) {
            @Nullable Outcome known = outcomes.putIfAbsent(key, first);
            return known == null ? first : known;
        }
    }

    private static boolean mayHaveBeenSent(Failure failure) {
        return switch (failure) {
            case Failure.Unavailable away -> away.mayHaveBeenApplied();
            case Failure.Malformed ignored -> true;
            case Failure.AuthExpired ignored -> false;
            case Failure.Forbidden ignored -> false;
            case Failure.NotFound ignored -> false;
            case Failure.Invalid ignored -> false;
            case Failure.RateLimited ignored -> false;
        };
    }

    /** How the last attempt went. */
    private sealed interface Outcome {
        record Accepted(SentMessage message) implements Outcome {}

        record Refused() implements Outcome {}

        /** Meta answered, so it was probably sent, but the answer made no sense. */
        record Unreadable() implements Outcome {}

        /** No answer, or somebody else's attempt. */
        record Unknown(Instant since) implements Outcome {}
    }
}
