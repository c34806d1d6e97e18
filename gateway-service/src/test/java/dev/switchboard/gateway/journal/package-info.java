/** Tests of the package of the same name. */
@NullMarked
package dev.switchboard.gateway.journal;

import org.jspecify.annotations.NullMarked;
