/** Pipedrive, simulated: API v2, what is left of v1, the token budget, and webhooks. */
@NullMarked
package dev.switchboard.sandbox.pipedrive;

import org.jspecify.annotations.NullMarked;
