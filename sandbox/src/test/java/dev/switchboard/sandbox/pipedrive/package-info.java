/** Tests of the simulated Pipedrive. */
@NullMarked
package dev.switchboard.sandbox.pipedrive;

import org.jspecify.annotations.NullMarked;
