/** From start to ready: what is refused at start, what is warmed up, and what operators see. */
@NullMarked
package dev.switchboard.gateway.running;

import org.jspecify.annotations.NullMarked;
