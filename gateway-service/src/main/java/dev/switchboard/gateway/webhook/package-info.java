/** Webhooks: what is refused, how signatures are checked, and the way in for every system that only tells us things. */
@NullMarked
package dev.switchboard.gateway.webhook;

import org.jspecify.annotations.NullMarked;
