package dev.switchboard.integration;

import org.jspecify.annotations.Nullable;

/** The one exception of a call to a system. Its message names system, operation and failure; never data, never a secret. */
public final class IntegrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /** The message names {@code system} and {@code operation}, e.g. {@code zendesk /tickets: rate-limited (429)}. */
    public IntegrationException(String system, String operation, Failure failure) {
        super(message(system, operation, failure));
        this.failure = failure;
    }

    /** As above; {@code cause} is for debugging and is never shown. */
    public IntegrationException(String system, String operation, Failure failure, Throwable cause) {
        super(message(system, operation, failure), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }

    private static String message(String system, String operation, Failure failure) {
        String status = failure.httpStatus() == null ? "" : " (" + failure.httpStatus() + ")";
        String detail = switch (failure) {
            case Failure.Invalid invalid -> detail(invalid.vendorCode(), invalid.field());
            case Failure.Forbidden forbidden -> detail(forbidden.vendorCode(), null);
            case Failure.AuthExpired ignored -> "";
            case Failure.NotFound ignored -> "";
            case Failure.RateLimited ignored -> "";
            case Failure.Unavailable ignored -> "";
            case Failure.Malformed ignored -> "";
        };
        return system + " " + operation + ": " + failure.code() + status + detail;
    }

    private static String detail(@Nullable String vendorCode, @Nullable String field) {
        return (vendorCode == null ? "" : " " + vendorCode) + (field == null ? "" : " in " + field);
    }
}
