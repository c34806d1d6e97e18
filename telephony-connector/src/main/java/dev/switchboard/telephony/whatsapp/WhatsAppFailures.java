package dev.switchboard.telephony.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.integration.Failure;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Meta tells errors apart by {@code error.code}, whatever the status:
 * https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes. An answer with a code was not applied.
 */
final class WhatsAppFailures implements FailureReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String USAGE_HEADER = "X-Business-Use-Case-Usage";

    @Override
    public Failure read(VendorAnswer answer, Instant now) {
        JsonNode code = json(answer.body()).path("error").path("code");
        return code.isInt() ? byCode(code.intValue(), answer, now) : BY_STATUS.read(answer, now);
    }

    private static Failure byCode(int code, VendorAnswer answer, Instant now) {
        int status = answer.status();
        return switch (code) {
            case 0, 190 -> new Failure.AuthExpired(status);
            case 1, 2, 131000, 131016, 133004 -> new Failure.Unavailable(status, false, asked(answer, now));
            case 4, 80007, 130429, 131056, 133016 -> new Failure.RateLimited(status, asked(answer, now));
            // Account, payment, registration, spam: an administrator has to act before anything more is sent.
            case 3, 10, 368, 131030, 131031, 131042, 131045, 131048, 133010 -> forbidden(status, code);
            case 131021, 131026, 131047, 131049, 131050 -> invalid(status, "to", code);
            case 131051, 131052, 131053 -> invalid(status, "media", code);
            default -> byRange(code, answer, now);
        };
    }

    private static Failure byRange(int code, VendorAnswer answer, Instant now) {
        if (code >= 200 && code < 300) {
            return forbidden(answer.status(), code);
        }
        if (code >= 132000 && code < 133000) {
            return invalid(answer.status(), "template", code);
        }
        Failure byStatus = BY_STATUS.read(answer, now);
        return byStatus instanceof Failure.Invalid ? invalid(answer.status(), null, code) : byStatus;
    }

    private static Failure forbidden(int status, int code) {
        return new Failure.Forbidden(status, Integer.toString(code));
    }

    private static Failure invalid(int status, @Nullable String field, int code) {
        return new Failure.Invalid(status, field, Integer.toString(code));
    }

    /** {@code Retry-After}, or the longest wait that Meta's own header names, in minutes, for any of the account's limits. */
    private static @Nullable Duration asked(VendorAnswer answer, Instant now) {
        VendorAnswer limited = new VendorAnswer(429, answer.headers(), "");
        if (BY_STATUS.read(limited, now) instanceof Failure.RateLimited hint && hint.retryAfter() != null) {
            return hint.retryAfter();
        }
        return answer.header(USAGE_HEADER)
                .map(usage -> json(usage).findValues("estimated_time_to_regain_access").stream()
                        .mapToLong(JsonNode::asLong)
                        .max()
                        .orElse(0))
                .filter(minutes -> minutes > 0)
                .map(Duration::ofMinutes)
                .orElse(null);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notMetas) {
            return JSON.missingNode();
        }
    }
}
