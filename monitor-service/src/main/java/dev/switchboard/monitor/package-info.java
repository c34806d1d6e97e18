/** The monitor: reads every logged call, judges each integration, tells operators. Its settings and its start. */
@NullMarked
package dev.switchboard.monitor;

import org.jspecify.annotations.NullMarked;
