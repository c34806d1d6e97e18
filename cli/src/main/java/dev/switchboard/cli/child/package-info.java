/** What runs inside the started processes, next to the service itself. */
@NullMarked
package dev.switchboard.cli.child;

import org.jspecify.annotations.NullMarked;
