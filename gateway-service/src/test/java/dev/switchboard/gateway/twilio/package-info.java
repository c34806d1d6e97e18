/** Tests of the package of the same name. */
@NullMarked
package dev.switchboard.gateway.twilio;

import org.jspecify.annotations.NullMarked;
