/** Twilio's core REST API (messages, calls, recordings), simulated. */
@NullMarked
package dev.switchboard.sandbox.twilio;

import org.jspecify.annotations.NullMarked;
