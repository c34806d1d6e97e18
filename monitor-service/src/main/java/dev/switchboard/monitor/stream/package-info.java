/** The monitor on Kafka Streams: logged calls in, status, alerts and pings out, state that survives a restart. */
@NullMarked
package dev.switchboard.monitor.stream;

import org.jspecify.annotations.NullMarked;
