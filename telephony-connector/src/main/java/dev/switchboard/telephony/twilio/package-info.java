/** Twilio: texts, calls, recordings and their transcripts over its REST API. */
@NullMarked
package dev.switchboard.telephony.twilio;

import org.jspecify.annotations.NullMarked;
