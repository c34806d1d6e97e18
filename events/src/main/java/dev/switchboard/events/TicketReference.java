package dev.switchboard.events;

/**
 * A ticket, told from those of other helpdesks.
 *
 * @param system the helpdesk that holds it, e.g. {@code zendesk}
 * @param number what people call it
 */
public record TicketReference(String system, String number) {}
