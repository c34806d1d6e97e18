package dev.switchboard.monitor.login;

import dev.switchboard.monitor.MonitorConfig;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Knows one user, {@code operator}, whose password is a setting. */
@ApplicationScoped
class OperatorLogin implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    private static final String OPERATOR = "operator";

    private final MonitorConfig config;

    OperatorLogin(MonitorConfig config) {
        this.config = config;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest login, AuthenticationRequestContext context) {
        String given = new String(login.getPassword().getPassword());
        boolean right = config.password()
                .filter(password -> same(OPERATOR + ":" + password, login.getUsername() + ":" + given))
                .isPresent();
        if (!right) {
            return Uni.createFrom().failure(AuthenticationFailedException::new);
        }
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(OPERATOR))
                        .build());
    }

    /** Takes the same time wherever they differ. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
