package dev.switchboard.runtime.call;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/**
 * What every call needs and no system owns.
 *
 * @param threads starts a virtual thread for each task
 * @param longestWait the longest a vendor can make us wait, whatever it says
 */
record CallResources(CallLog log, Spans spans, ExecutorService threads, Clock clock, Duration longestWait) {}
