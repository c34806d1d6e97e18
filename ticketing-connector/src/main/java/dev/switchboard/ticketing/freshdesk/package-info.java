/** Freshdesk: tickets with private notes, contacts and the knowledge base over its REST API v2. */
@NullMarked
package dev.switchboard.ticketing.freshdesk;

import org.jspecify.annotations.NullMarked;
