/** The gateway: channels in, the conversation out to Kafka, spoken and written replies back. */
@NullMarked
package dev.switchboard.gateway;

import org.jspecify.annotations.NullMarked;
