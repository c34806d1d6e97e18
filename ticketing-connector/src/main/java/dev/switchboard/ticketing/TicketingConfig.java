package dev.switchboard.ticketing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** This service's settings. */
@ConfigMapping(prefix = "switchboard.ticketing")
interface TicketingConfig {
    /** How long a question inside a turn may take, as a duration; later nobody listens to the answer. */
    @WithDefault("PT4S")
    Duration questionDeadline();

    /** How many articles a how-to question is answered with, at most. */
    @WithDefault("3")
    int articles();

    /** How many characters of an article's text are passed on. */
    @WithDefault("4000")
    int articleCharacters();

    /**
     * Whether callers are told only of their own tickets, by the phone number or address they are known by. When false, whoever
     * names a ticket's number is told how it stands.
     */
    @WithDefault("true")
    boolean ticketsNeedOwner();

    /** The ISO 3166 country that phone numbers without country code are read in. */
    @WithDefault("US")
    String region();

    /** The message to a customer who was not told the ticket's number while they were with us; {@code {number}} is replaced. */
    @WithDefault("Your ticket number is {number}. Please mention it when you contact us about this again.")
    String ticketNumberText();

    /** The message to a customer who asked to be told when their ticket is solved; {@code {number}} is replaced. */
    @WithDefault("Good news: your ticket {number} was solved. Just reply if you need anything else.")
    String ticketSolvedText();
}
