package dev.switchboard.gateway.webhook;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How a webhook was refused, for tests. */
public record Refused(int status, String sentence) {
    /** What the call was refused with; fails when it was accepted. */
    public static Refused by(ThrowingCallable call) {
        RefusedException refused =
                Objects.requireNonNull(catchThrowableOfType(RefusedException.class, call), "It was accepted");
        return new Refused(refused.status(), refused.reason());
    }
}
