package dev.switchboard.gateway.twilio;

import dev.switchboard.gateway.GatewaySettings;
import dev.switchboard.gateway.VendorSettings;
import dev.switchboard.gateway.webhook.Form;
import dev.switchboard.gateway.webhook.Hmac;
import dev.switchboard.gateway.webhook.InboundRequest;
import dev.switchboard.gateway.webhook.RefusedException;
import dev.switchboard.gateway.webhook.TwilioSignature;
import dev.switchboard.integration.card.IntegrationCards;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Twilio account whose webhooks are taken; without one Twilio's endpoints do not exist. */
@Singleton
public final class TwilioAccount {
    private static final String SID = "TWILIO_ACCOUNT_SID";
    private static final List<String> TOKENS = List.of("TWILIO_AUTH_TOKEN", "TWILIO_AUTH_TOKEN_SECONDARY");
    private static final int LARGEST = 64 * 1024;

    private final Optional<String> sid;
    private final @Nullable TwilioSignature signature;
    private final Optional<String> halfSet;

    TwilioAccount(VendorSettings vendors, GatewaySettings settings) {
        this.sid = vendors.value(SID);
        List<String> tokens = vendors.values(TOKENS);
        boolean on = sid.isPresent() && vendors.value(TOKENS.getFirst()).isPresent();
        this.signature = on ? new TwilioSignature(settings.publicUrl(), tokens) : null;
        Optional<String> anySet = IntegrationCards.named("twilio").flatMap(card -> vendors.firstSet(card, "TWILIO_"));
        this.halfSet = on
                ? Optional.empty()
                : anySet.map(set ->
                        "Twilio is half set up: " + set + " is set, but " + (sid.isEmpty() ? SID : TOKENS.getFirst())
                                + " is not. Set it, or unset all TWILIO_ variables.");
    }

    /** Whether Twilio is set up. */
    public boolean on() {
        return signature != null;
    }

    /** What is wrong when only some of Twilio's variables are set, in one sentence. */
    public Optional<String> halfSet() {
        return halfSet;
    }

    /**
     * The form of a webhook that Twilio sent for this account.
     *
     * @throws RefusedException when it did not
     */
    Form verified(InboundRequest request) {
        if (signature == null) {
            throw RefusedException.notConfigured(
                    "Twilio is not set up here: set " + SID + " and " + TOKENS.getFirst() + ".");
        }
        Form form = Form.parse(request.atMost(LARGEST)
                .ofType("application/x-www-form-urlencoded")
                .body());
        if (!signature.genuine(request, form)) {
            throw RefusedException.forbidden(
                    "The signature is wrong; check that SWITCHBOARD_PUBLIC_URL is the address that Twilio calls.");
        }
        if (!Hmac.equal(form.value("AccountSid").orElse(""), sid.orElse(""))) {
            throw RefusedException.forbidden("The webhook is of another Twilio account.");
        }
        return form;
    }
}
