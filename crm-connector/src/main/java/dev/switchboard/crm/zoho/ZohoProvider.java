package dev.switchboard.crm.zoho;

import dev.switchboard.integration.WebhookReader;
import dev.switchboard.integration.port.CrmSystem;
import dev.switchboard.runtime.adapter.AdapterProvider;
import dev.switchboard.runtime.adapter.AllowanceReader;
import dev.switchboard.runtime.adapter.Authorization;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.runtime.adapter.Settings;
import dev.switchboard.runtime.adapter.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Connects Zoho CRM. */
@ApplicationScoped
class ZohoProvider implements AdapterProvider<CrmSystem> {
    private static final String NOTIFY_URL = "ZOHO_NOTIFY_URL";

    @Override
    public String system() {
        return "zoho";
    }

    @Override
    public Authorization authorization(Connection connection) {
        return new Authorization.Renewed(ZohoAuth.of(connection));
    }

    @Override
    public FailureReader failures() {
        return new ZohoFailures();
    }

    @Override
    public AllowanceReader allowances() {
        return new ZohoAllowance();
    }

    @Override
    public WebhookReader webhooks() {
        return new ZohoWebhooks();
    }

    /** Off until somebody says where the gateway is: a channel that an administrator made does as well. */
    @Override
    public List<Subscription> subscriptions(Connection connection) {
        Settings settings = connection.settings();
        if (settings.find(NOTIFY_URL).isEmpty()) {
            return List.of();
        }
        String gateway = settings.get(NOTIFY_URL, "https?://[^\\s/?#]+(/[^\\s?#]*)?", "the gateway's public address");
        String token = settings.get(
                "ZOHO_WATCH_TOKEN", "[A-Za-z0-9._~-]{1,50}", "at most 50 letters and digits, as the channel needs it");
        ZohoChannel channel = new ZohoChannel(
                connection.client(ZohoApi.class),
                version(settings),
                gateway.replaceFirst("/+$", "") + "/webhooks/" + system() + "/" + token,
                token,
                connection.clock());
        return List.of(new ZohoSubscription(channel, connection));
    }

    @Override
    public CrmSystem connect(Connection connection) {
        Settings settings = connection.settings();
        return new Zoho(new ZohoOrg(
                connection.client(ZohoApi.class),
                version(settings),
                settings.get("ZOHO_EXTERNAL_ID_FIELD", "[A-Za-z][A-Za-z0-9_]{0,49}", "a field's API name"),
                connection.clock(),
                new ZohoTurns(Integer.parseInt(
                        settings.get("ZOHO_REQUESTS_AT_ONCE", "[1-9][0-9]?", "a number from 1 to 99")))));
    }

    private static String version(Settings settings) {
        return settings.get("ZOHO_API_VERSION", "v[0-9]+(\\.[0-9]+)?", "a version such as v8");
    }
}
