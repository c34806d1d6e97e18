package dev.switchboard.telephony.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.integration.Failure;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Twilio answers 400 to most things and tells them apart by a number:
 * https://www.twilio.com/docs/api/errors. The message beside the number repeats phone numbers and is never kept.
 */
final class TwilioFailures implements FailureReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public Failure read(VendorAnswer answer, Instant now) {
        Failure byStatus = BY_STATUS.read(answer, now);
        int code = code(answer.body());
        return switch (byStatus) {
            case Failure.Invalid ignored -> refused(answer.status(), code);
            case Failure.Forbidden ignored -> new Failure.Forbidden(answer.status(), text(code));
            case Failure.AuthExpired known -> known;
            case Failure.NotFound known -> known;
            case Failure.RateLimited known -> known;
            case Failure.Unavailable known -> known;
            case Failure.Malformed known -> known;
        };
    }

    private static Failure refused(int status, int code) {
        return switch (code) {
            // The call is over or not answered yet: there is no live call with this id.
            case 21220 -> new Failure.NotFound(status);
            // The sender's queue is full; nothing was taken.
            case 21611 -> new Failure.RateLimited(status, null);
            // Trial account, or the country is switched off: somebody has to change the account.
            case 21215, 21219, 21408, 21608 -> new Failure.Forbidden(status, text(code));
            case 21201, 21211, 21214, 21217, 21604, 21610, 21614 -> new Failure.Invalid(status, "To", text(code));
            case 21210, 21212, 21213, 21603, 21606 -> new Failure.Invalid(status, "From", text(code));
            case 21602, 21617 -> new Failure.Invalid(status, "Body", text(code));
            default -> new Failure.Invalid(status, null, text(code));
        };
    }

    private static int code(String body) {
        try {
            return JSON.readTree(body).path("code").asInt(0);
        } catch (JsonProcessingException notTwilios) {
            return 0;
        }
    }

    private static @Nullable String text(int code) {
        return code == 0 ? null : Integer.toString(code);
    }
}
