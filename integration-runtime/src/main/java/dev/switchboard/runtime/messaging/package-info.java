/** Events in and out of a connector: publishing, waiting, giving up, and which partitions are ours. */
@NullMarked
package dev.switchboard.runtime.messaging;

import org.jspecify.annotations.NullMarked;
