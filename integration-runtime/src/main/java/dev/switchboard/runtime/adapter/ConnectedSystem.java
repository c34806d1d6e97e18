package dev.switchboard.runtime.adapter;

import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.integration.WebhookReader;
import dev.switchboard.integration.card.IntegrationCard;

/** A system that is on: its card, what reads its webhooks, and its adapter, wrapped. The proxy's {@code toString} is the id. */
public record ConnectedSystem(String id, IntegrationCard card, WebhookReader webhooks, IntegratedSystem system) {}
