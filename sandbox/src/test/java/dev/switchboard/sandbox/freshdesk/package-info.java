/** Tests of the simulated Freshdesk. */
@NullMarked
package dev.switchboard.sandbox.freshdesk;

import org.jspecify.annotations.NullMarked;
