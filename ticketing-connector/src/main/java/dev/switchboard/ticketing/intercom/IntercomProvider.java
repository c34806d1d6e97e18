package dev.switchboard.ticketing.intercom;

import dev.switchboard.integration.WebhookReader;
import dev.switchboard.integration.port.TicketingSystem;
import dev.switchboard.runtime.adapter.AdapterProvider;
import dev.switchboard.runtime.adapter.AllowanceReader;
import dev.switchboard.runtime.adapter.Authorization;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.runtime.adapter.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Connects Intercom when its settings are there. */
@ApplicationScoped
class IntercomProvider implements AdapterProvider<TicketingSystem> {
    @Override
    public String system() {
        return "intercom";
    }

    @Override
    public Authorization authorization(Connection connection) {
        Authorization.Fixed token = Authorization.bearer(connection.settings().get("INTERCOM_ACCESS_TOKEN"));
        return token.at(host(connection.baseUrl(), connection.card().baseUrl(), region(connection.settings())));
    }

    /** Where the region is served; an address that was set is taken as it is. */
    static URI host(URI configured, String standard, String region) {
        return configured.toString().equals(standard)
                ? URI.create("https://api." + region + "intercom.io")
                : configured;
    }

    @Override
    public FailureReader failures() {
        return new IntercomFailures();
    }

    @Override
    public AllowanceReader allowances() {
        return new IntercomAllowance();
    }

    @Override
    public WebhookReader webhooks(Connection connection) {
        return new IntercomWebhooks(workspace(connection.settings()));
    }

    @Override
    public TicketingSystem connect(Connection connection) {
        Settings settings = connection.settings();
        settings.get("INTERCOM_API_VERSION", "2\\.1[56]", "2.15 or 2.16");
        Duration lag =
                Duration.parse(settings.get("INTERCOM_SEARCH_LAG", "PT[1-9][0-9]{0,3}[SM]", "a time such as PT3M"));
        IntercomApi api = connection.client(IntercomApi.class);
        IntercomTeammate teammate = new IntercomTeammate(
                api, settings.find("INTERCOM_ADMIN_ID").isEmpty() ? null : id(settings, "INTERCOM_ADMIN_ID"));
        IntercomRecent recent = new IntercomRecent(connection.clock(), lag);
        TicketDefaults defaults = TicketDefaults.of(settings);
        IntercomTickets tickets = new IntercomTickets(
                api,
                new IntercomTicketType(api, id(settings, "INTERCOM_TICKET_TYPE_ID"), defaults.attributes()),
                new IntercomOpenings(api, teammate),
                recent,
                defaults,
                connection.clock(),
                lag);
        return new Intercom(
                api,
                tickets,
                new IntercomNumbers(api, connection.clock()),
                new IntercomParts(api, teammate),
                new IntercomTags(api, teammate),
                recent,
                inbox(settings));
    }

    private static @Nullable URI inbox(Settings settings) {
        String workspace = workspace(settings);
        return workspace == null
                ? null
                : URI.create("https://app." + region(settings) + "intercom.com/a/inbox/" + workspace
                        + "/inbox/conversation/");
    }

    private static @Nullable String workspace(Settings settings) {
        return settings.find("INTERCOM_APP_ID").isEmpty()
                ? null
                : settings.get("INTERCOM_APP_ID", "[A-Za-z0-9_-]{1,40}", "the workspace's id");
    }

    private static String id(Settings settings, String name) {
        return settings.get(name, "[0-9]{1,18}", "an id, digits only");
    }

    /** As it stands in the names of Intercom's hosts. */
    private static String region(Settings settings) {
        String region = settings.get("INTERCOM_REGION", "us|eu|au", "us, eu or au");
        return region.equals("us") ? "" : region + ".";
    }
}
