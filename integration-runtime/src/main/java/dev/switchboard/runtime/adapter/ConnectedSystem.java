package dev.switchboard.runtime.adapter;

import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.integration.card.IntegrationCard;

/** A system that is on: its card and its adapter, wrapped. The proxy's {@code toString} is the id. */
public record ConnectedSystem(String id, IntegrationCard card, IntegratedSystem system) {}
