/** Tests. */
@NullMarked
package dev.switchboard.telephony;

import org.jspecify.annotations.NullMarked;
