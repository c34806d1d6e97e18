/** Events in and out, on a real Kafka. */
@NullMarked
package dev.switchboard.runtime.messaging;

import org.jspecify.annotations.NullMarked;
