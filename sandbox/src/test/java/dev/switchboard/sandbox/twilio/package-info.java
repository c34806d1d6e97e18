/** The simulated Twilio, tested over HTTP. */
@NullMarked
package dev.switchboard.sandbox.twilio;

import org.jspecify.annotations.NullMarked;
