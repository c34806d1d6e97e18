package dev.switchboard.telephony.twilio;

import dev.switchboard.runtime.adapter.Settings;
import jakarta.ws.rs.core.Form;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Whose messages and calls they are.
 *
 * @param host where the core API is
 * @param messagingService chooses the number texts come from; null when a command or {@code number} does
 * @param number what texts come from when a command names none; null when there is none
 * @param publicUrl where Twilio reaches the gateway; null when nobody said
 */
record TwilioAccount(
        String sid,
        URI host,
        @Nullable String messagingService,
        @Nullable String number,
        @Nullable String publicUrl) {

    static TwilioAccount of(Settings settings, URI host) {
        return new TwilioAccount(
                settings.get("TWILIO_ACCOUNT_SID"),
                host,
                settings.find("TWILIO_MESSAGING_SERVICE_SID").orElse(null),
                settings.find("TWILIO_FROM_NUMBER").orElse(null),
                settings.find("TELEPHONY_PUBLIC_BASE_URL")
                        .map(url -> url.replaceFirst("/+$", ""))
                        .orElse(null));
    }

    /** Says who a text comes from; a messaging service knows best which of its numbers may write to whom. */
    void sendFrom(Form message, String commanded) {
        if (messagingService != null) {
            message.param("MessagingServiceSid", messagingService);
            return;
        }
        String from = commanded.isBlank() ? number : commanded;
        if (from != null) {
            message.param("From", from);
        }
    }
}
