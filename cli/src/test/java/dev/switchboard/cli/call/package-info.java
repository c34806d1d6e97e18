/** How a call is played and judged, against a gateway and a sandbox of the test's own. */
@NullMarked
package dev.switchboard.cli.call;

import org.jspecify.annotations.NullMarked;
