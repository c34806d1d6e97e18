/** What operators see: every system by category, live, and the same as JSON. */
@NullMarked
package dev.switchboard.monitor.dashboard;

import org.jspecify.annotations.NullMarked;
