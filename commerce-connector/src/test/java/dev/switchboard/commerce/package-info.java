/** What callers are told of orders, with a shop made of lists. */
@NullMarked
package dev.switchboard.commerce;

import org.jspecify.annotations.NullMarked;
