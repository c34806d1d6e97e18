/** Tests of this package. */
@NullMarked
package dev.switchboard.monitor.stream;

import org.jspecify.annotations.NullMarked;
