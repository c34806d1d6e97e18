/** The words: every event that travels, as a record; the list of topics; their JSON. */
@NullMarked
package dev.switchboard.events;

import org.jspecify.annotations.NullMarked;
