package dev.switchboard.gateway.whatsapp;

import dev.switchboard.gateway.GatewaySettings;
import dev.switchboard.gateway.VendorSettings;
import dev.switchboard.gateway.webhook.CardSignature;
import dev.switchboard.gateway.webhook.Hmac;
import dev.switchboard.gateway.webhook.InboundRequest;
import dev.switchboard.gateway.webhook.RefusedException;
import dev.switchboard.integration.card.IntegrationCard;
import dev.switchboard.integration.card.IntegrationCards;
import dev.switchboard.integration.card.Webhook;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Meta app whose WhatsApp webhooks are taken; without one WhatsApp's endpoints do not exist. */
@Singleton
public final class WhatsAppApp {
    private static final String VERIFY_TOKEN = "WHATSAPP_VERIFY_TOKEN";
    /** Meta batches up to 3 MB. */
    private static final int LARGEST = 3 * 1024 * 1024;

    private final Optional<String> verifyToken;
    private final @Nullable CardSignature signature;
    private final Optional<String> halfSet;

    WhatsAppApp(VendorSettings vendors, GatewaySettings settings, Clock clock) {
        IntegrationCard card = IntegrationCards.named("whatsapp").orElseThrow();
        Webhook facts = Objects.requireNonNull(card.webhook());
        var secrets = vendors.values(facts.secrets());
        this.verifyToken = vendors.value(VERIFY_TOKEN);
        boolean on = !secrets.isEmpty() && verifyToken.isPresent();
        this.signature = on ? new CardSignature(facts, secrets, settings.publicUrl(), clock) : null;
        this.halfSet = on
                ? Optional.empty()
                : vendors.firstSet(card, "WHATSAPP_")
                        .map(set -> "WhatsApp is half set up: " + set + " is set, but "
                                + (secrets.isEmpty() ? facts.secrets().getFirst() : VERIFY_TOKEN)
                                + " is not. Set it, or unset all WHATSAPP_ variables.");
    }

    /** Whether WhatsApp is set up. */
    public boolean on() {
        return signature != null;
    }

    /** What is wrong when only some of WhatsApp's variables are set, in one sentence. */
    public Optional<String> halfSet() {
        return halfSet;
    }

    /**
     * The body of a webhook that Meta sent.
     *
     * @throws RefusedException when it did not
     */
    byte[] verified(InboundRequest request) {
        if (signature == null) {
            throw notSetUp();
        }
        signature.check(request.atMost(LARGEST).ofType("application/json"));
        return request.body();
    }

    /** @throws RefusedException when the token is not the one that was set in Meta's console */
    void checkToken(String token) {
        if (signature == null) {
            throw notSetUp();
        }
        if (!Hmac.equal(verifyToken.orElse(""), token)) {
            throw RefusedException.forbidden("The verify token is wrong.");
        }
    }

    private static RefusedException notSetUp() {
        return RefusedException.notConfigured(
                "WhatsApp is not set up here: set META_APP_SECRET and " + VERIFY_TOKEN + ".");
    }
}
