/** Freshdesk against its contract and its quirks. */
@NullMarked
package dev.switchboard.ticketing.freshdesk;

import org.jspecify.annotations.NullMarked;
