package dev.switchboard.sandbox.pipedrive;

import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Quota;
import dev.switchboard.sandbox.Refusal;
import dev.switchboard.sandbox.RefusedException;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Switches;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The three limits, all real: requests in two seconds (a Lite seat's, fewer with an API token), searches in two seconds, and the
 * company's tokens of a day. The switches {@code burst-limit}, {@code search-limit} and {@code daily-tokens} set others;
 * {@code spent-tokens} is what others have spent of the day already.
 */
final class PipedriveBudget {

    private static final Duration BURST = Duration.ofSeconds(2);
    private static final int REQUESTS_WITH_API_TOKEN = 20;
    private static final int REQUESTS_WITH_OAUTH = 80;
    private static final int SEARCHES = 10;
    /** Five seats of the plan Lite. */
    private static final int TOKENS_OF_A_DAY = 150_000;

    private final Switches switches;
    private final Clock clock;
    private Quota requests;
    private Quota searches;
    private Instant day = Instant.EPOCH;
    private int spent;

    PipedriveBudget(Switches switches, Clock clock) {
        this.switches = switches;
        this.clock = clock;
        this.requests = new Quota(clock, BURST);
        this.searches = new Quota(clock, BURST);
    }

    void forget() {
        requests = new Quota(clock, BURST);
        searches = new Quota(clock, BURST);
        spent = 0;
    }

    void charge(Request request) {
        boolean search = request.path().endsWith("/search");
        if (requests.take() > burstLimit(request) || (search && searches.take() > searchLimit())) {
            throw new RefusedException(new Refusal.RateLimited(requests.untilReset()));
        }
        int cost = cost(request);
        if (left() < cost) {
            spent = dailyTokens();
            // It does send a hint, which helps nobody: the day is not over after it.
            throw new AnsweredException(PipedriveErrors.overLimit(BURST));
        }
        spent += cost;
    }

    Answer decorate(Request request, Answer answer) {
        int limit = burstLimit(request);
        return answer.withHeader("x-ratelimit-limit", String.valueOf(limit))
                .withHeader("x-ratelimit-remaining", String.valueOf(Math.max(0, limit - requests.used())))
                .withHeader(
                        "x-ratelimit-reset",
                        String.valueOf(requests.untilReset().toSeconds()))
                .withHeader("x-daily-ratelimit-token-limit", String.valueOf(dailyTokens()))
                .withHeader("x-daily-ratelimit-token-remaining", String.valueOf(left()));
    }

    /** As the vendor's price list says: v1 costs twice what v2 does. */
    static int cost(Request request) {
        String path = request.path();
        int factor = path.startsWith("/api/v1/") ? 2 : 1;
        boolean single = path.matches("/api/v[12]/[^/]+/[^/]+");
        return switch (request.method()) {
            case "DELETE" -> 3 * factor;
            case "POST", "PUT", "PATCH" -> 5 * factor;
            default -> {
                if (path.endsWith("/search")) {
                    yield 20;
                }
                if (path.endsWith("/stages") || path.endsWith("/webhooks")) {
                    yield 5 * factor;
                }
                yield (single ? 1 : 10) * factor;
            }
        };
    }

    private int left() {
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        if (!today.equals(day)) {
            day = today;
            spent = 0;
        }
        return Math.max(0, dailyTokens() - spent - switches.get("spent-tokens").asInt());
    }

    private int dailyTokens() {
        return switches.get("daily-tokens").asInt(TOKENS_OF_A_DAY);
    }

    private int searchLimit() {
        return switches.get("search-limit").asInt(SEARCHES);
    }

    private int burstLimit(Request request) {
        return switches.get("burst-limit")
                .asInt(PipedriveAuth.signsInByApiToken(request) ? REQUESTS_WITH_API_TOKEN : REQUESTS_WITH_OAUTH);
    }
}
