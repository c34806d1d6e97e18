/** Tests of the package of the same name. */
@NullMarked
package dev.switchboard.gateway.engine;

import org.jspecify.annotations.NullMarked;
