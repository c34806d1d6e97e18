/** What the monitor's tests share. */
@NullMarked
package dev.switchboard.monitor;

import org.jspecify.annotations.NullMarked;
