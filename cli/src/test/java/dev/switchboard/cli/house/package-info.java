/** How processes are started, watched and ended, with small fake ones in the place of the services. */
@NullMarked
package dev.switchboard.cli.house;

import org.jspecify.annotations.NullMarked;
