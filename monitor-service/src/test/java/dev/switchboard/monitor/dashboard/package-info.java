/** Tests of this package. */
@NullMarked
package dev.switchboard.monitor.dashboard;

import org.jspecify.annotations.NullMarked;
