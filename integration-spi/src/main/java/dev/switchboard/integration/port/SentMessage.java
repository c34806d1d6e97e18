package dev.switchboard.integration.port;

/** A message the vendor has accepted, which is not yet delivered: the vendor's id of it. */
public record SentMessage(String id) {}
