/** What the words promise: their JSON, their ids, their topics. */
@NullMarked
package dev.switchboard.events;

import org.jspecify.annotations.NullMarked;
