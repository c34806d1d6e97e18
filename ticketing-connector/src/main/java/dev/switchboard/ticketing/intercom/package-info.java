/** Intercom: tickets with private notes, contacts and the help center over its REST API 2.16. */
@NullMarked
package dev.switchboard.ticketing.intercom;

import org.jspecify.annotations.NullMarked;
