package dev.switchboard.crm.zoho;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Zoho refuses what is asked while too much else is: five requests at once in its smallest edition. So the others wait here, in the
 * order in which they came, for as long as the caller's deadline lets them.
 *
 * @see <a href="https://www.zoho.com/crm/developer/docs/api/v8/api-limits.html">API limits</a>
 */
final class ZohoTurns {
    private final Semaphore turns;

    ZohoTurns(int atOnce) {
        this.turns = new Semaphore(atOnce, true);
    }

    <T extends @Nullable Object> T take(Supplier<T> request) {
        try {
            turns.acquire();
        } catch (InterruptedException late) {
            Thread.currentThread().interrupt();
            throw new IntegrationException("zoho", "turn", new Failure.Unavailable(null, false, null), late);
        }
        try {
            return request.get();
        } finally {
            turns.release();
        }
    }
}
