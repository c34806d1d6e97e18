/** The {@code ./switchboard} command line: one class per command. */
@NullMarked
package dev.switchboard.cli;

import org.jspecify.annotations.NullMarked;
