package dev.switchboard.crm.pipedrive;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.switchboard.integration.Failure;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Pipedrive's statuses do not tell: whether a 429 is over in seconds or tomorrow, and whether a 403 is about rights or a ban.
 *
 * @see <a href="https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting">Rate limiting</a>
 */
final class PipedriveFailures implements FailureReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CODE = Pattern.compile("[A-Z_]{1,60}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,4}");
    /** The day ends at midnight on Pipedrive's servers, and the answer does not tell when that is; its hint is of no use. */
    private static final Duration UNTIL_THE_DAY_MAY_BE_OVER = Duration.ofHours(1);

    private static final Duration BAN = Duration.ofMinutes(5);

    @Override
    public Failure read(VendorAnswer answer, Instant now) {
        int status = answer.status();
        return switch (status) {
            case 400 -> refused(answer);
            case 403 -> banned(answer) ? new Failure.RateLimited(403, BAN) : BY_STATUS.read(answer, now);
            // A v1 endpoint that is gone: what was asked for may well exist.
            case 410 -> new Failure.Invalid(410, null, null);
            case 429 -> limited(answer, now);
            default -> BY_STATUS.read(answer, now);
        };
    }

    private static Failure refused(VendorAnswer answer) {
        JsonNode body = parse(answer.body());
        if (body.path("error").asText().equals("invalid_grant")) {
            return new Failure.AuthExpired(400);
        }
        return new Failure.Invalid(400, null, code(body));
    }

    /** Who ignores refusals is shut out by Cloudflare, in front of Pipedrive. */
    private static boolean banned(VendorAnswer answer) {
        return answer.header("Content-Type").orElse("").contains("html")
                || answer.body().stripLeading().startsWith("<");
    }

    private static Failure limited(VendorAnswer answer, Instant now) {
        if (answer.header("x-daily-ratelimit-token-remaining").orElse("").equals("0")) {
            return new Failure.RateLimited(429, UNTIL_THE_DAY_MAY_BE_OVER);
        }
        Failure byStatus = BY_STATUS.read(answer, now);
        if (byStatus instanceof Failure.RateLimited hinted && hinted.retryAfter() != null) {
            return hinted;
        }
        return new Failure.RateLimited(429, untilReset(answer));
    }

    private static @Nullable Duration untilReset(VendorAnswer answer) {
        return answer.header("x-ratelimit-reset")
                .filter(seconds -> SECONDS.matcher(seconds).matches())
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }

    private static @Nullable String code(JsonNode body) {
        return Optional.of(body.path("code").asText())
                .filter(code -> CODE.matcher(code).matches())
                .orElse(null);
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
