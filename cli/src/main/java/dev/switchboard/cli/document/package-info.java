/** The pages about the systems, made from their cards. */
@NullMarked
package dev.switchboard.cli.document;

import org.jspecify.annotations.NullMarked;
