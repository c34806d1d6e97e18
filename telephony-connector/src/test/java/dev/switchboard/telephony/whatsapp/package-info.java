/** Tests. */
@NullMarked
package dev.switchboard.telephony.whatsapp;

import org.jspecify.annotations.NullMarked;
