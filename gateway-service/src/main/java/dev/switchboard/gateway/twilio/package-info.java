/** Twilio's webhooks: calls and texts in, TwiML out. */
@NullMarked
package dev.switchboard.gateway.twilio;

import org.jspecify.annotations.NullMarked;
