package dev.switchboard.integration.port;

/** A logged activity: the CRM's id of it. */
public record Activity(String id) {}
