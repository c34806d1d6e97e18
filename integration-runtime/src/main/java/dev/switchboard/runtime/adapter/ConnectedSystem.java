package dev.switchboard.runtime.adapter;

import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.integration.WebhookReader;
import dev.switchboard.integration.card.IntegrationCard;
import java.util.List;

/**
 * A system that is on: its card, what reads its webhooks, what listens to it, and its adapter, wrapped. The proxy's {@code toString}
 * is the id.
 */
public record ConnectedSystem(
        String id,
        IntegrationCard card,
        WebhookReader webhooks,
        List<Subscription> subscriptions,
        IntegratedSystem system) {
    public ConnectedSystem {
        subscriptions = List.copyOf(subscriptions);
    }

    /** One that is not listened to. */
    public ConnectedSystem(String id, IntegrationCard card, WebhookReader webhooks, IntegratedSystem system) {
        this(id, card, webhooks, List.of(), system);
    }
}
