/** Where events become durable: in Kafka, or on disk while Kafka is away. Nothing accepted is lost. */
@NullMarked
package dev.switchboard.gateway.journal;

import org.jspecify.annotations.NullMarked;
