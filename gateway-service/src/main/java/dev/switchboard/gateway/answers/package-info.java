/** Answers of company systems on their way to the turn that waits for them. */
@NullMarked
package dev.switchboard.gateway.answers;

import org.jspecify.annotations.NullMarked;
