package dev.switchboard.runtime.adapter;

import java.time.Duration;

/** What one connection to a system may use: how long an answer may take, how many requests may be open at once. */
public record HttpLimits(Duration readTimeout, int connections) {
    public HttpLimits {
        if (readTimeout.isNegative() || readTimeout.isZero() || connections < 1) {
            throw new IllegalArgumentException("A read timeout and at least one connection are needed");
        }
    }
}
