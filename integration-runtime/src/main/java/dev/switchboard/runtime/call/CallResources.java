package dev.switchboard.runtime.call;

import java.time.Clock;
import java.util.concurrent.ExecutorService;

/** What every call needs and no system owns. {@code threads} starts a virtual thread for each task. */
record CallResources(CallLog log, Spans spans, QuotaShare share, ExecutorService threads, Clock clock) {}
