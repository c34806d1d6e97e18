package dev.switchboard.telephony.whatsapp;

import dev.switchboard.integration.port.MessagingSystem;
import dev.switchboard.runtime.adapter.AdapterProvider;
import dev.switchboard.runtime.adapter.Authorization;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.telephony.TelephonySettings;
import jakarta.enterprise.context.ApplicationScoped;

/** Connects WhatsApp Business with a token that does not expire, or cannot be renewed when it does. */
@ApplicationScoped
class WhatsAppProvider implements AdapterProvider<MessagingSystem> {
    private final TelephonySettings settings;

    WhatsAppProvider(TelephonySettings settings) {
        this.settings = settings;
    }

    @Override
    public String system() {
        return "whatsapp";
    }

    @Override
    public Authorization authorization(Connection connection) {
        return Authorization.bearer(connection.settings().get("WHATSAPP_ACCESS_TOKEN"));
    }

    @Override
    public FailureReader failures() {
        return new WhatsAppFailures();
    }

    @Override
    public MessagingSystem connect(Connection connection) {
        return new WhatsApp(
                connection.client(WhatsAppApi.class),
                WhatsAppLine.of(connection.settings()),
                new SentBefore(settings.unconfirmedWait(), connection.clock()));
    }
}
