package dev.switchboard.crm.pipedrive;

import dev.switchboard.integration.WebhookReader;
import dev.switchboard.integration.port.CrmSystem;
import dev.switchboard.runtime.adapter.AdapterProvider;
import dev.switchboard.runtime.adapter.AllowanceReader;
import dev.switchboard.runtime.adapter.Authorization;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.runtime.adapter.Settings;
import jakarta.enterprise.context.ApplicationScoped;

/** Connects Pipedrive: with an app's refresh token, else with a user's API token. */
@ApplicationScoped
class PipedriveProvider implements AdapterProvider<CrmSystem> {
    @Override
    public String system() {
        return "pipedrive";
    }

    @Override
    public Authorization authorization(Connection connection) {
        Settings settings = connection.settings();
        if (settings.has(connection.card().auth().getFirst())) {
            return new Authorization.Renewed(
                    new PipedriveAuth(connection.openClient(PipedriveApi.class), connection.clock(), settings));
        }
        return new Authorization.Fixed("x-api-token", settings.get("PIPEDRIVE_API_TOKEN"));
    }

    @Override
    public FailureReader failures() {
        return new PipedriveFailures();
    }

    @Override
    public AllowanceReader allowances() {
        return new PipedriveAllowances();
    }

    @Override
    public WebhookReader webhooks() {
        return new PipedriveWebhooks();
    }

    @Override
    public CrmSystem connect(Connection connection) {
        PipedriveAccount account =
                new PipedriveAccount(connection.client(PipedriveApi.class), connection.settings(), connection.clock());
        return new Pipedrive(account);
    }
}
