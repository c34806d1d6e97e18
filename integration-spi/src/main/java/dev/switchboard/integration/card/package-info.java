/** A system's card: facts only, as data. Whatever lists systems is made from the cards. */
@NullMarked
package dev.switchboard.integration.card;

import org.jspecify.annotations.NullMarked;
