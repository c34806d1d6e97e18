/** What is known of each integration and the five rules that judge it: plain values and a time, no Kafka. */
@NullMarked
package dev.switchboard.monitor.health;

import org.jspecify.annotations.NullMarked;
