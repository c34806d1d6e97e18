/** What the runtime's tests share: a clock moved by hand, a card, a small system. */
@NullMarked
package dev.switchboard.runtime;

import org.jspecify.annotations.NullMarked;
