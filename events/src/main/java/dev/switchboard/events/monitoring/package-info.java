/** What the house says about itself: calls made to systems, pings, states and alerts. */
@NullMarked
package dev.switchboard.events.monitoring;

import org.jspecify.annotations.NullMarked;
