package dev.switchboard.crm.zoho;

import dev.switchboard.integration.WebhookReader;
import dev.switchboard.integration.port.CrmSystem;
import dev.switchboard.runtime.adapter.AdapterProvider;
import dev.switchboard.runtime.adapter.AllowanceReader;
import dev.switchboard.runtime.adapter.Authorization;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.runtime.adapter.Settings;
import jakarta.enterprise.context.ApplicationScoped;

/** Connects Zoho CRM. */
@ApplicationScoped
class ZohoProvider implements AdapterProvider<CrmSystem> {
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

    @Override
    public CrmSystem connect(Connection connection) {
        Settings settings = connection.settings();
        return new Zoho(new ZohoOrg(
                connection.client(ZohoApi.class),
                settings.get("ZOHO_API_VERSION", "v[0-9]+(\\.[0-9]+)?", "a version such as v8"),
                settings.get("ZOHO_EXTERNAL_ID_FIELD", "[A-Za-z][A-Za-z0-9_]{0,49}", "a field's API name"),
                connection.clock()));
    }
}
