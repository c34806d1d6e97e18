package dev.switchboard.runtime.messaging;

import org.jspecify.annotations.Nullable;

/** Work that ended because this service does: nothing is wrong with its record, which comes again. */
final class CutOffException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CutOffException(Throwable cause) {
        super("Cut off by the end of this service; the record comes again", cause);
    }

    static boolean isIn(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CutOffException) {
                return true;
            }
        }
        return false;
    }
}
