package dev.switchboard.runtime.adapter;

import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The one token of a system, fetched by one caller while the others wait for it. */
public final class Tokens {
    private final Authorization authorization;
    private final Clock clock;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile @Nullable AccessToken current;

    public Tokens(Authorization authorization, Clock clock) {
        this.authorization = authorization;
        this.clock = clock;
    }

    /** Whether a refused token can be replaced by another. */
    public boolean renewable() {
        return authorization instanceof Authorization.Renewed;
    }

    /** What to send now; fetches a token when there is none or it is about to expire. */
    public AccessToken current() {
        return switch (authorization) {
            case Authorization.Fixed fixed -> new AccessToken(fixed.header(), fixed.value(), null, fixed.baseUrl());
            case Authorization.Renewed renewed -> valid(renewed.source());
        };
    }

    /** The token in hand, or null; for {@link #renew}. */
    public @Nullable AccessToken inHand() {
        return current;
    }

    /** Replaces {@code refused}, unless somebody has done so already. */
    public void renew(@Nullable AccessToken refused) {
        if (authorization instanceof Authorization.Renewed renewed) {
            renewing.lock();
            try {
                AccessToken now = current;
                if (now == null || now.equals(refused)) {
                    current = null;
                    current = renewed.source().fetch();
                }
            } finally {
                renewing.unlock();
            }
        }
    }

    private AccessToken valid(Authorization.TokenSource source) {
        AccessToken token = current;
        if (token != null && !due(token)) {
            return token;
        }
        renewing.lock();
        try {
            AccessToken now = current;
            if (now == null || due(now)) {
                now = source.fetch();
                current = now;
            }
            return now;
        } finally {
            renewing.unlock();
        }
    }

    private boolean due(AccessToken token) {
        return token.renewAt() != null && !clock.instant().isBefore(token.renewAt());
    }
}
