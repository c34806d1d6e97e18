package dev.switchboard.runtime.call;

import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * For whom a call is made, and until when it is worth making. Bound for the current thread and what it calls.
 *
 * @param conversationId for the call log; null outside a conversation
 * @param deadline after which nobody needs the answer; null for the operation's own default
 * @param repeated whether the same work may have been done before: by another replica, before a restart, or on an earlier
 *     delivery. Creates then look before they make.
 */
public record CallScope(
        @Nullable String conversationId, @Nullable Instant deadline, boolean repeated) {
    private static final ScopedValue<CallScope> CURRENT = ScopedValue.newInstance();
    private static final CallScope NONE = new CallScope(null, null, false);

    /** What the current thread works on. */
    public static CallScope current() {
        return CURRENT.orElse(NONE);
    }

    /** Runs {@code work} in this scope. */
    public <T extends @Nullable Object> T call(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).<T, Exception>call(work::call);
    }

    /** What {@code work} makes in this scope. */
    public <T extends @Nullable Object> T get(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).<T, RuntimeException>call(work::get);
    }

    /** Runs {@code work} in this scope. */
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /** The same with an earlier deadline. */
    public CallScope until(Instant earlier) {
        boolean keeps = deadline != null && deadline.isBefore(earlier);
        return keeps ? this : new CallScope(conversationId, earlier, repeated);
    }
}
