/** Intercom against its contract and its quirks. */
@NullMarked
package dev.switchboard.ticketing.intercom;

import org.jspecify.annotations.NullMarked;
