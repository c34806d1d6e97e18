package dev.switchboard.integration.port;

/** A call at the provider: its id and the provider's word for how it stands. */
public record PhoneCall(String id, String status) {}
