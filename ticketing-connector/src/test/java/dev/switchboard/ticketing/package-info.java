/** What becomes of conversations, with a helpdesk made of lists. */
@NullMarked
package dev.switchboard.ticketing;

import org.jspecify.annotations.NullMarked;
