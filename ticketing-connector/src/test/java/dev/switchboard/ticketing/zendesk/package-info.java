/** Zendesk against its contract and its quirks. */
@NullMarked
package dev.switchboard.ticketing.zendesk;

import org.jspecify.annotations.NullMarked;
