/** Tests. */
@NullMarked
package dev.switchboard.telephony.twilio;

import org.jspecify.annotations.NullMarked;
