package dev.switchboard.sandbox.zendesk;

import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Handler;
import dev.switchboard.sandbox.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The Idempotency-Key header of the one path that knows it: the same key and body within two hours is answered once. */
final class ZendeskIdempotency {

    private static final Duration KEPT = Duration.ofHours(2);
    private static final int LONGEST_KEY = 255;
    private static final String LOOKUP = "x-idempotency-lookup";

    private record First(Instant at, String body, Answer answer) {}

    private final Clock clock;
    private final Map<String, First> firstByKey = new HashMap<>();

    ZendeskIdempotency(Clock clock) {
        this.clock = clock;
    }

    Handler once(Handler handler) {
        return request -> request.header("Idempotency-Key")
                .map(key -> answer(key, request, handler))
                .orElseGet(() -> handler.answer(request));
    }

    void forget() {
        firstByKey.clear();
    }

    private Answer answer(String key, Request request, Handler handler) {
        if (key.length() > LONGEST_KEY) {
            return refused("Idempotency-Key is too long");
        }
        First first = firstByKey.get(key);
        if (first != null && clock.instant().isBefore(first.at().plus(KEPT))) {
            return first.body().equals(request.body())
                    ? first.answer().withHeader(LOOKUP, "hit")
                    : refused("Requests with the same idempotency key must have the same parameters");
        }
        Answer answer = handler.answer(request);
        if (answer.status() < 300) {
            firstByKey.put(key, new First(clock.instant(), request.body(), answer));
        }
        return answer.withHeader(LOOKUP, "miss");
    }

    private static Answer refused(String description) {
        return ZendeskErrors.described(400, "IdempotentRequestError", description);
    }
}
