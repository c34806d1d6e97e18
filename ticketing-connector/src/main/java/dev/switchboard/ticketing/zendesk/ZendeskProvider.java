package dev.switchboard.ticketing.zendesk;

import dev.switchboard.integration.WebhookReader;
import dev.switchboard.integration.port.TicketingSystem;
import dev.switchboard.runtime.adapter.AdapterProvider;
import dev.switchboard.runtime.adapter.AllowanceReader;
import dev.switchboard.runtime.adapter.Authorization;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.runtime.adapter.Settings;
import jakarta.enterprise.context.ApplicationScoped;

/** Connects Zendesk when its settings are there: by OAuth, or by an old API token. */
@ApplicationScoped
class ZendeskProvider implements AdapterProvider<TicketingSystem> {
    private static final String SUBDOMAIN = "ZENDESK_SUBDOMAIN";

    @Override
    public String system() {
        return "zendesk";
    }

    @Override
    public Authorization authorization(Connection connection) {
        Settings settings = connection.settings();
        if (settings.find(SUBDOMAIN).isPresent()) {
            settings.get(SUBDOMAIN, "[A-Za-z0-9-]+", "only what stands before .zendesk.com");
        }
        boolean oauth = settings.find("ZENDESK_OAUTH_CLIENT_ID").isPresent()
                && settings.find("ZENDESK_OAUTH_CLIENT_SECRET").isPresent();
        if (oauth) {
            return new Authorization.Renewed(new ZendeskAuth(connection));
        }
        return Authorization.basic(settings.get("ZENDESK_EMAIL") + "/token", settings.get("ZENDESK_API_TOKEN"));
    }

    @Override
    public FailureReader failures() {
        return new ZendeskFailures();
    }

    @Override
    public AllowanceReader allowances() {
        return new ZendeskAllowances();
    }

    @Override
    public WebhookReader webhooks() {
        return new ZendeskWebhooks();
    }

    @Override
    public TicketingSystem connect(Connection connection) {
        Settings settings = connection.settings();
        return new Zendesk(
                connection.client(ZendeskApi.class),
                connection.openClient(ZendeskApi.class),
                TicketDefaults.of(settings),
                connection.baseUrl(),
                settings.get("ZENDESK_LOCALE"));
    }
}
