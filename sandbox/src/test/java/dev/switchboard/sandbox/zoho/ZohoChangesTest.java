package dev.switchboard.sandbox.zoho;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxClient;
import dev.switchboard.sandbox.WebhookReceiver;
import dev.switchboard.sandbox.WebhookReceiver.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ZohoChangesTest {
    private static final String CRM = "/eu/crm/v8";
    private static final String REFRESH = "grant_type=refresh_token&client_id=1000.ZOHOSANDBOX"
            + "&client_secret=zoho-sandbox-secret&refresh_token=1000.zoho-sandbox-refresh";

    private final WebhookReceiver hub = new WebhookReceiver();
    private Sandbox sandbox;
    private SandboxClient zoho;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(0);
        sandbox.sendWebhooksTo(hub.address());
        SandboxClient anonymous = SandboxClient.of(sandbox.baseUrl("zoho"));
        String token = anonymous
                .form("/accounts/eu/oauth/v2/token", REFRESH)
                .json()
                .path("access_token")
                .asText();
        zoho = anonymous.authorizedBy("Zoho-oauthtoken " + token);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        hub.close();
    }

    @Test
    void tellsValuesOnlyToAChannelThatWantsThem() {
        String channel = "{'watch':[{'channel_id':'7','events':['Cases.all'],'token':'wants','notify_url':"
                + "'https://x.example','return_affected_field_values':true}]}";
        assertThat(zoho.send("POST", CRM + "/actions/watch", channel).status()).isEqualTo(201);
        String id = sandbox.records("zoho", "Cases").getFirst().path("id").asText();
        zoho.send("PUT", CRM + "/Cases/" + id, "{'data':[{'Status':'On Hold'}]}");
        assertThat(hub.next(2))
                .extracting(Received::body)
                .allMatch(told -> told.contains("affected_fields"))
                .filteredOn(told -> told.contains("On Hold"))
                .singleElement()
                .asString()
                .contains("wants");
    }
}
