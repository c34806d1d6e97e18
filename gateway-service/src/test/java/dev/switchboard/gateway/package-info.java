/** The gateway from outside: signed webhooks in, events on a real Kafka out. */
@NullMarked
package dev.switchboard.gateway;

import org.jspecify.annotations.NullMarked;
