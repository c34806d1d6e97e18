package dev.switchboard.crm.hubspot;

import dev.switchboard.integration.WebhookReader;
import dev.switchboard.integration.port.CrmSystem;
import dev.switchboard.runtime.adapter.AdapterProvider;
import dev.switchboard.runtime.adapter.AllowanceReader;
import dev.switchboard.runtime.adapter.Authorization;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.FailureReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Connects HubSpot. */
@ApplicationScoped
class HubspotProvider implements AdapterProvider<CrmSystem> {
    @Override
    public String system() {
        return "hubspot";
    }

    @Override
    public Authorization authorization(Connection connection) {
        Optional<String> key = connection.settings().find("HUBSPOT_ACCESS_TOKEN");
        return key.<Authorization>map(Authorization::bearer)
                .orElseGet(() -> new Authorization.Renewed(new HubspotAuth(
                        connection.openClient(HubspotApi.class), connection.clock(), connection.settings())));
    }

    @Override
    public FailureReader failures() {
        return new HubspotFailures();
    }

    @Override
    public AllowanceReader allowances() {
        return new HubspotAllowances();
    }

    @Override
    public WebhookReader webhooks() {
        return new HubspotWebhooks();
    }

    @Override
    public CrmSystem connect(Connection connection) {
        // With a version that HubSpot does not know everything would be "not found", and everybody a stranger.
        String version = connection
                .settings()
                .get("HUBSPOT_API_VERSION", "20[0-9]{2}-(03|09)", "a version such as 2026-09 or 2026-03");
        HubspotAccount account = new HubspotAccount(connection.client(HubspotApi.class), version, connection.clock());
        return new Hubspot(account, new RecentContacts(connection.clock()), HubspotDefaults.of(connection.settings()));
    }
}
