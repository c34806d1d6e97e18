package dev.switchboard.integration.port;

/** A comment on a ticket: the vendor's id of it. */
public record Comment(String id) {}
