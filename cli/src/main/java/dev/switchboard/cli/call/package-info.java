/** One phone call, played the way Twilio would: ring, speech, hang-up; then what it left behind in the vendors' systems. */
@NullMarked
package dev.switchboard.cli.call;

import org.jspecify.annotations.NullMarked;
