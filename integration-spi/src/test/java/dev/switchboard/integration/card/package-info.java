/** What every card must hold, whoever wrote it. */
@NullMarked
package dev.switchboard.integration.card;

import org.jspecify.annotations.NullMarked;
