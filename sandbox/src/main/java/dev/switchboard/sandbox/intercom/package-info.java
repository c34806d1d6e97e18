/** Intercom, simulated: contacts, tickets with their two numbers, articles and signed webhooks. */
@NullMarked
package dev.switchboard.sandbox.intercom;

import org.jspecify.annotations.NullMarked;
