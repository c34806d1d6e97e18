package dev.switchboard.monitor.login;

import dev.switchboard.monitor.MonitorConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start where others could look without a password. */
@ApplicationScoped
class LoopbackOrPassword {
    private final MonitorConfig config;
    private final String host;

    LoopbackOrPassword(MonitorConfig config, @ConfigProperty(name = "quarkus.http.host") String host) {
        this.config = config;
        this.host = host;
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        if (config.password().isEmpty() && !isLoopback(host)) {
            throw new ConfigurationException("The dashboard would listen on " + host
                    + " without a password: set SWITCHBOARD_MONITOR_PASSWORD, or QUARKUS_HTTP_HOST=127.0.0.1.");
        }
    }

    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
