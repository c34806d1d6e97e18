/** The pages about the systems. */
@NullMarked
package dev.switchboard.cli.document;

import org.jspecify.annotations.NullMarked;
