package dev.switchboard.gateway.webhook;

/** A webhook that is not accepted. The reason is one sentence for the sender and holds nothing the sender sent. */
public final class RefusedException extends RuntimeException {
    private final int status;

    private RefusedException(int status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    public static RefusedException malformed(String reason) {
        return new RefusedException(400, reason);
    }

    static RefusedException unauthorized(String reason) {
        return new RefusedException(401, reason);
    }

    public static RefusedException forbidden(String reason) {
        return new RefusedException(403, reason);
    }

    public static RefusedException notConfigured(String reason) {
        return new RefusedException(404, reason);
    }

    static RefusedException tooLarge(int mostBytes) {
        return new RefusedException(413, "The body is larger than " + mostBytes + " bytes.");
    }

    static RefusedException wrongType(String wanted) {
        return new RefusedException(415, "The content type has to be " + wanted + ".");
    }

    int status() {
        return status;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
