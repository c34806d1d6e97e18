package dev.switchboard.integration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a port's method as a call to the system, and tells the runtime how to treat it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {
    /** What is asked of the system in our words, as it stands in the call log, e.g. {@code /contacts/lookup}. */
    String endpoint();

    Kind kind();

    /**
     * For {@link Kind#CREATE}: the port's method that finds what an earlier attempt of the same command made. It takes the
     * command and returns an {@code Optional} of what the create returns. The runtime asks it before any attempt that may be a
     * repetition, so that nothing is made twice.
     */
    String existing() default "";

    /**
     * Whether a conversation goes on well without its answer. When the account's quota of an hour or a day is nearly spent,
     * optional calls are held back, so that what is left goes to lookups, tickets and activities.
     */
    boolean optional() default false;

    /** What a repetition would do. */
    enum Kind {
        /** Reads; may be repeated freely; somebody is waiting. */
        LOOKUP,
        /** Makes something new; repeated only after looking whether it exists. */
        CREATE,
        /** Changes something to a given state; repeating it changes nothing more. */
        UPDATE,
        /** A health check: one attempt, past the circuit breaker. */
        PING
    }
}
