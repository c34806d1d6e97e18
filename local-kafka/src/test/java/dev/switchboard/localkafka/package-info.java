/** The broker's promises to tests and to the local start-up. */
@NullMarked
package dev.switchboard.localkafka;

import org.jspecify.annotations.NullMarked;
