package dev.switchboard.ticketing.freshdesk;

import dev.switchboard.integration.WebhookReader;
import dev.switchboard.integration.port.TicketingSystem;
import dev.switchboard.runtime.adapter.AdapterProvider;
import dev.switchboard.runtime.adapter.AllowanceReader;
import dev.switchboard.runtime.adapter.Authorization;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.runtime.adapter.Settings;
import dev.switchboard.runtime.adapter.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Connects Freshdesk when its settings are there. */
@ApplicationScoped
class FreshdeskProvider implements AdapterProvider<TicketingSystem> {
    /** The key is the user; Freshdesk wants a password all the same and looks at none. */
    private static final String ANY_PASSWORD = "X";

    private static final String DOMAIN = "FRESHDESK_DOMAIN";
    private static final String CONTACT_POLL = "FRESHDESK_CONTACT_POLL";

    @Override
    public String system() {
        return "freshdesk";
    }

    @Override
    public Authorization authorization(Connection connection) {
        Settings settings = connection.settings();
        if (settings.find(DOMAIN).isPresent()) {
            settings.get(DOMAIN, "[A-Za-z0-9-]+", "only what stands before .freshdesk.com");
        }
        return Authorization.basic(settings.get("FRESHDESK_API_KEY"), ANY_PASSWORD);
    }

    @Override
    public FailureReader failures() {
        return new FreshdeskFailures();
    }

    @Override
    public AllowanceReader allowances() {
        return new FreshdeskAllowances();
    }

    @Override
    public WebhookReader webhooks() {
        return new FreshdeskWebhooks();
    }

    /** Off until somebody says how often: it spends the account's requests. */
    @Override
    public List<Subscription> subscriptions(Connection connection) {
        Settings settings = connection.settings();
        if (settings.find(CONTACT_POLL).isEmpty()) {
            return List.of();
        }
        Duration every = Duration.parse(settings.get(CONTACT_POLL, "PT[1-9][0-9]{0,3}M", "minutes such as PT5M"));
        return List.of(new FreshdeskSubscription(connection.client(FreshdeskApi.class), every, connection.clock()));
    }

    @Override
    public TicketingSystem connect(Connection connection) {
        FreshdeskApi api = connection.client(FreshdeskApi.class);
        return new Freshdesk(
                api,
                new FreshdeskTickets(api, TicketDefaults.of(connection.settings()), connection.clock()),
                FreshdeskStatuses.of(connection.settings()),
                connection.baseUrl());
    }
}
