package dev.switchboard.runtime.messaging;

import dev.switchboard.events.Change;
import dev.switchboard.events.Topics;
import dev.switchboard.events.WebhookReceived;
import dev.switchboard.runtime.adapter.IntegratedSystems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;

/** What the webhooks of this service's systems tell, told to all in our words. The same webhook twice is the same changes. */
@ApplicationScoped
public class VendorChanges {
    private final IntegratedSystems systems;
    private final EventPublisher publisher;

    VendorChanges(IntegratedSystems systems, EventPublisher publisher) {
        this.systems = systems;
        this.publisher = publisher;
    }

    /**
     * Publishes what it tells; nothing when the system is not one of ours.
     *
     * @param completed adds what the webhook did not tell
     */
    public void on(WebhookReceived webhook, UnaryOperator<Change> completed) {
        systems.named(webhook.system())
                .ifPresent(system -> system.webhooks().changesIn(webhook).stream()
                        .map(completed)
                        .forEach(change -> publisher.publish(Topics.CHANGES, change)));
    }
}
