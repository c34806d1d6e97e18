package dev.switchboard.integration.port;

import org.jspecify.annotations.Nullable;

/** Who a ticket is from, as the helpdesk knows them. */
public record Requester(
        String id,
        String name,
        @Nullable String email,
        @Nullable String phone) {}
