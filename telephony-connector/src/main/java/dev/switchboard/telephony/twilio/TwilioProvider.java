package dev.switchboard.telephony.twilio;

import dev.switchboard.integration.port.TelephonySystem;
import dev.switchboard.runtime.adapter.AdapterProvider;
import dev.switchboard.runtime.adapter.Authorization;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.runtime.adapter.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Connects Twilio: by an API key where there is one, by the account's own token otherwise. */
@ApplicationScoped
class TwilioProvider implements AdapterProvider<TelephonySystem> {
    @Override
    public String system() {
        return "twilio";
    }

    @Override
    public Authorization authorization(Connection connection) {
        return signIn(connection.settings()).at(TwilioHosts.of(connection).api());
    }

    @Override
    public FailureReader failures() {
        return new TwilioFailures();
    }

    @Override
    public TelephonySystem connect(Connection connection) {
        TwilioAccount account = TwilioAccount.of(
                connection.settings(), TwilioHosts.of(connection).api());
        return new Twilio(connection.client(TwilioApi.class), account, transcripts(connection), connection.clock());
    }

    private static @Nullable TwilioTranscripts transcripts(Connection connection) {
        return connection
                .settings()
                .find("TWILIO_INTELLIGENCE_SERVICE_SID")
                .map(service -> new TwilioTranscripts(
                        connection.openClient(TwilioTranscriptsApi.class),
                        TwilioHosts.of(connection).intelligence().toString(),
                        signIn(connection.settings()).value(),
                        service))
                .orElse(null);
    }

    private static Authorization.Fixed signIn(Settings settings) {
        return settings.find("TWILIO_API_KEY")
                .flatMap(key -> settings.find("TWILIO_API_SECRET").map(secret -> Authorization.basic(key, secret)))
                .orElseGet(() ->
                        Authorization.basic(settings.get("TWILIO_ACCOUNT_SID"), settings.get("TWILIO_AUTH_TOKEN")));
    }
}
