/** Freshdesk's API v2, as far as a helpdesk connector uses it. */
@NullMarked
package dev.switchboard.sandbox.freshdesk;

import org.jspecify.annotations.NullMarked;
