/** The call log's fields, which operators' own tools read. */
@NullMarked
package dev.switchboard.events.monitoring;

import org.jspecify.annotations.NullMarked;
