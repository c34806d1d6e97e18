/** Events on Kafka: CloudEvents 1.0 in binary mode, written and read by one serializer each. */
@NullMarked
package dev.switchboard.events.kafka;

import org.jspecify.annotations.NullMarked;
