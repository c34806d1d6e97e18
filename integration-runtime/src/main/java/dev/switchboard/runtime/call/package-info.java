/** A call to a system: log, span, deadline, retry, circuit breaker, quota, token; stacked once around every adapter. */
@NullMarked
package dev.switchboard.runtime.call;

import org.jspecify.annotations.NullMarked;
