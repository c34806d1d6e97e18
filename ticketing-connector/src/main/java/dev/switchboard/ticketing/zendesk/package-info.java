/** Zendesk Support and Guide, API v2. */
@NullMarked
package dev.switchboard.ticketing.zendesk;

import org.jspecify.annotations.NullMarked;
