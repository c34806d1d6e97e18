/** Tests of the simulated HubSpot. */
@NullMarked
package dev.switchboard.sandbox.hubspot;

import org.jspecify.annotations.NullMarked;
