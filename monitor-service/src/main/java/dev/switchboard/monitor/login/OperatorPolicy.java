package dev.switchboard.monitor.login;

import dev.switchboard.monitor.MonitorConfig;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** With a password: the operator only. Without: everybody who reaches us, which {@link LoopbackOrPassword} keeps local. */
@ApplicationScoped
class OperatorPolicy implements HttpSecurityPolicy {
    private final boolean open;

    OperatorPolicy(MonitorConfig config) {
        this.open = config.password().isEmpty();
    }

    @Override
    public String name() {
        return "operator";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        return open ? CheckResult.permit() : identity.map(who -> new CheckResult(!who.isAnonymous()));
    }
}
