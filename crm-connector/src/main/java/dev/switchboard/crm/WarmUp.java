package dev.switchboard.crm;

import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.runtime.call.CallScope;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Rehearses, and looks up a number that nobody has, once, before this service calls itself ready: the token is fetched, the
 * connection open and the classes loaded, and the first caller waits no longer than others. A CRM that is away does not keep it
 * from being ready.
 */
@Readiness
@ApplicationScoped
class WarmUp implements HealthCheck {
    /** One of the numbers that are reserved for fiction. */
    private static final PhoneNumber NOBODY = new PhoneNumber("+12025550199");

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Crms crms;
    private final CrmSettings settings;
    private final Clock clock;
    private volatile boolean done;

    WarmUp(Crms crms, CrmSettings settings, Clock clock) {
        this.crms = crms;
        this.settings = settings;
        this.clock = clock;
    }

    void atStart(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent started) {
        Thread.ofVirtual().name("warm-up").start(this::warmUp);
    }

    private void warmUp() {
        try {
            new Rehearsal(crms, new RememberedCustomers(settings, clock), NOBODY, clock).run();
            new CallScope(null, clock.instant().plus(LONGEST), false).run(() -> new Customers(crms.all()).find(NOBODY));
        } catch (IntegrationException away) {
            // The call log has it, and so will the caller's greeting.
        } finally {
            done = true;
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("warmed up").status(done).build();
    }
}
