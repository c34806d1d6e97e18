/** Tests of this package. */
@NullMarked
package dev.switchboard.monitor.health;

import org.jspecify.annotations.NullMarked;
