package dev.switchboard.crm.salesforce;

import dev.switchboard.integration.port.CrmSystem;
import dev.switchboard.runtime.adapter.AdapterProvider;
import dev.switchboard.runtime.adapter.Authorization;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.runtime.adapter.Settings;
import jakarta.enterprise.context.ApplicationScoped;

/** Connects Salesforce. */
@ApplicationScoped
class SalesforceProvider implements AdapterProvider<CrmSystem> {
    @Override
    public String system() {
        return "salesforce";
    }

    @Override
    public Authorization authorization(Connection connection) {
        return new Authorization.Renewed(SalesforceAuth.of(connection));
    }

    @Override
    public FailureReader failures() {
        return new SalesforceFailures();
    }

    @Override
    public CrmSystem connect(Connection connection) {
        Settings settings = connection.settings();
        String version = settings.get("SALESFORCE_API_VERSION");
        return new Salesforce(new SalesforceOrg(
                connection.client(SalesforceApi.class),
                version.startsWith("v") ? version : "v" + version,
                settings.get("SALESFORCE_EXTERNAL_ID_FIELD"),
                connection.clock()));
    }
}
