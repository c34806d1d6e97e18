/** What becomes of conversations in the helpdesk: tickets opened, questions answered. */
@NullMarked
package dev.switchboard.ticketing;

import org.jspecify.annotations.NullMarked;
