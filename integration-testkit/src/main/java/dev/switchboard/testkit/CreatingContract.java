package dev.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.runtime.call.CallScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an adapter must do that makes things at the vendor: once, whatever happens to the answer.
 *
 * @param <P> the port
 */
public abstract class CreatingContract<P extends IntegratedSystem> extends SystemContract<P> {
    protected CreatingContract(String system, Class<P> portType) {
        super(system, portType);
    }

    /** Any create with this key, as one call of the port; returns the vendor's id of what was made. */
    protected abstract String create(IdempotencyKey key);

    /** How many things the vendor holds that were made with this key; counted in the vendor's records, not through the adapter. */
    protected abstract int made(IdempotencyKey key);

    /** The method of the request that makes something. */
    protected String creatingMethod() {
        return "POST";
    }

    /** The path of the request that makes something, as a prefix. */
    protected abstract String creatingPath();

    /** Whether the vendor can tell what an unanswered create made; where it cannot, say why beside the override. */
    protected boolean findsWhatItMade() {
        return true;
    }

    @Test
    void createsOnce() {
        IdempotencyKey key = newKey();
        assertThat(create(key)).isNotBlank();
        assertThat(made(key)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"TIMEOUT_AFTER_APPLYING", "RESET_AFTER_APPLYING"})
    void createsOnceThoughTheAnswerWasLost(String trouble) {
        assumeTrue(findsWhatItMade(), "the vendor cannot tell what it made");
        IdempotencyKey key = newKey();
        vendor().fail(VendorTwin.object()
                .put("kind", trouble)
                .put("times", 1)
                .put("method", creatingMethod())
                .put("path", creatingPath()));
        assertThat(create(key)).isNotBlank();
        assertThat(made(key)).isEqualTo(1);
    }

    @Test
    void createsOnceThoughAnotherReplicaHadBegun() throws Exception {
        assumeTrue(findsWhatItMade(), "the vendor cannot tell what it made");
        IdempotencyKey key = newKey();
        String first = create(key);
        CallScope again = new CallScope(null, null, true);
        assertThat(again.call(() -> create(key))).isEqualTo(first);
        assertThat(made(key)).isEqualTo(1);
    }

    @Test
    void createsAfterTroubleThatAppliedNothing() {
        IdempotencyKey key = newKey();
        vendor().failOn(creatingMethod(), "RATE_LIMITED", 1);
        assertThat(create(key)).isNotBlank();
        assertThat(made(key)).isEqualTo(1);
    }
}
