package dev.switchboard.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One simulated vendor. A vendor is a package beneath this one with one public class {@code XSandbox} that extends
 * this and has a public constructor taking a {@link Clock}; {@link VendorCatalog} finds it there, so no list names it.
 */
public abstract class VendorSandbox {

    private final String system;
    private final Clock clock;
    private final Tokens tokens;
    private final Records records = new Records();
    private final Switches switches = new Switches();
    private final Faults faults = new Faults();
    private final ExchangeLog exchanges = new ExchangeLog();
    private final Webhooks webhooks;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger atHand = new AtomicInteger();

    /** The mount path is {@code /<system>}. */
    protected VendorSandbox(String system, Clock clock, Duration tokenLifetime) {
        this.system = system;
        this.clock = clock;
        this.tokens = new Tokens(clock, tokenLifetime);
        this.webhooks = new Webhooks(system);
    }

    /** Called once. */
    protected abstract void routes(Routes routes);

    /** Fills empty records with what every system knows about Sarah Lee. */
    protected abstract void seed();

    /** Lets a request pass, or throws what the vendor answers to a wrong credential. */
    protected abstract void authorize(Request request);

    /** The vendor's own error answer. */
    protected abstract Answer refuse(Refusal refusal);

    /** Adds a record from outside, as if someone had typed it into the vendor's own user interface. */
    protected abstract ObjectNode addRecord(String type, ObjectNode fields);

    /** Headers that the vendor puts on every answer. */
    protected Answer decorate(Request request, Answer answer) {
        return answer;
    }

    /** More state than records, to be forgotten at a reset. */
    protected void forget() {}

    public final String system() {
        return system;
    }

    public final Records records() {
        return records;
    }

    public final Tokens tokens() {
        return tokens;
    }

    public final Switches switches() {
        return switches;
    }

    public final Webhooks webhooks() {
        return webhooks;
    }

    public final Clock clock() {
        return clock;
    }

    public final Faults faults() {
        return faults;
    }

    final ExchangeLog exchanges() {
        return exchanges;
    }

    /** How many requests have come and are not answered yet; those that a fault delays are among them. */
    protected final int requestsAtHand() {
        return atHand.get();
    }

    final AtomicInteger atHand() {
        return atHand;
    }

    /** One at a time within a vendor. */
    protected final <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    final void reset() {
        alone(() -> {
            records.clear();
            tokens.clear();
            switches.clear();
            faults.clear();
            exchanges.clear();
            webhooks.clear();
            forget();
            seed();
            return system;
        });
    }
}
