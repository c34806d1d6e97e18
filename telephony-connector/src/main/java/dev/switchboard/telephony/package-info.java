/** What goes out to people: the commands on {@code outbound}, carried out by the telephony and messaging systems that are on. */
@NullMarked
package dev.switchboard.telephony;

import org.jspecify.annotations.NullMarked;
