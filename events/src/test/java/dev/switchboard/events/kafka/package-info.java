/** Events as records on Kafka: what is written is read again, what is rubbish stops nobody. */
@NullMarked
package dev.switchboard.events.kafka;

import org.jspecify.annotations.NullMarked;
