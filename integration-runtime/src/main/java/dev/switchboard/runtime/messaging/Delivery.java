package dev.switchboard.runtime.messaging;

import java.time.Duration;

/**
 * How an event came to us.
 *
 * @param topic the topic it was first published on
 * @param attempt 1 the first time; counts on through the retry topic
 * @param repeated whether the same event may have been worked on before
 * @param age how long ago it was written
 */
public record Delivery(String topic, int attempt, boolean repeated, Duration age) {}
