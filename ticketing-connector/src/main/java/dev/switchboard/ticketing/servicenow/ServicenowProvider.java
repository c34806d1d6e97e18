package dev.switchboard.ticketing.servicenow;

import dev.switchboard.integration.WebhookReader;
import dev.switchboard.integration.port.TicketingSystem;
import dev.switchboard.runtime.adapter.AdapterProvider;
import dev.switchboard.runtime.adapter.AllowanceReader;
import dev.switchboard.runtime.adapter.Authorization;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.FailureReader;
import jakarta.enterprise.context.ApplicationScoped;

/** Connects ServiceNow when its settings are there. */
@ApplicationScoped
class ServicenowProvider implements AdapterProvider<TicketingSystem> {
    @Override
    public String system() {
        return "servicenow";
    }

    @Override
    public Authorization authorization(Connection connection) {
        return ServicenowAuth.of(connection);
    }

    @Override
    public FailureReader failures() {
        return new ServicenowFailures();
    }

    @Override
    public AllowanceReader allowances() {
        return new ServicenowAllowances();
    }

    @Override
    public WebhookReader webhooks(Connection connection) {
        return new ServicenowWebhooks(TicketDefaults.of(connection.settings()));
    }

    @Override
    public TicketingSystem connect(Connection connection) {
        ServicenowApi api = connection.client(ServicenowApi.class);
        return new Servicenow(
                api,
                TicketDefaults.of(connection.settings()),
                ServicenowArticles.of(api, connection),
                connection.baseUrl(),
                connection.settings().find("SERVICENOW_USERNAME").orElse(null));
    }
}
