/** What is strict about the simulated Intercom. */
@NullMarked
package dev.switchboard.sandbox.intercom;

import org.jspecify.annotations.NullMarked;
