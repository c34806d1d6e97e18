/** Tests of the package of the same name. */
@NullMarked
package dev.switchboard.gateway.webhook;

import org.jspecify.annotations.NullMarked;
