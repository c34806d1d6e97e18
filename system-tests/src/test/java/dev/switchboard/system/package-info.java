/** The whole house in its own processes, on a real Kafka, against simulated vendors. */
@NullMarked
package dev.switchboard.system;

import org.jspecify.annotations.NullMarked;
