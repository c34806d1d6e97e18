package dev.switchboard.crm.salesforce;

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

/** Connects Salesforce. */
@ApplicationScoped
class SalesforceProvider implements AdapterProvider<CrmSystem> {
    private static final String ENDPOINT = "SALESFORCE_PUBSUB_ENDPOINT";
    private static final List<String> TOPICS = List.of("/data/ContactChangeEvent", "/data/CaseChangeEvent");

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
    public AllowanceReader allowances() {
        return new SalesforceAllowances();
    }

    @Override
    public WebhookReader webhooks() {
        return new SalesforceWebhooks();
    }

    /** Off until somebody says where it is. */
    @Override
    public List<Subscription> subscriptions(Connection connection) {
        Settings settings = connection.settings();
        if (settings.find(ENDPOINT).isEmpty()) {
            return List.of();
        }
        String endpoint =
                settings.get(ENDPOINT, "(http://127\\.0\\.0\\.1|[A-Za-z0-9.-]+):[0-9]{1,5}", "a host and a port");
        PubSubIdentity identity = new PubSubIdentity(
                connection.client(SalesforceApi.class),
                settings.find("SALESFORCE_ORG_ID").orElse(null));
        return TOPICS.stream()
                .<Subscription>map(topic -> new ChangeSubscription(topic, endpoint, connection, identity))
                .toList();
    }

    @Override
    public CrmSystem connect(Connection connection) {
        Settings settings = connection.settings();
        String version = settings.get(
                "SALESFORCE_API_VERSION", "v?(5[89]|[6-9][0-9])\\.0", "a version such as v68.0, v58.0 or newer");
        String externalId =
                settings.get("SALESFORCE_EXTERNAL_ID_FIELD", "[A-Za-z][A-Za-z0-9_]{0,79}", "the API name of a field");
        return new Salesforce(new SalesforceOrg(
                connection.client(SalesforceApi.class),
                version.startsWith("v") ? version : "v" + version,
                externalId,
                connection.clock()));
    }
}
