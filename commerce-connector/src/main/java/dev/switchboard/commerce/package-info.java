/** Questions that the shop answers. */
@NullMarked
package dev.switchboard.commerce;

import org.jspecify.annotations.NullMarked;
