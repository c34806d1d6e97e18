package dev.switchboard.runtime.messaging;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * How far this replica is with one partition, from the moment it gets it until it goes. A record counts from its arrival, also while
 * it waits for its turn: nothing is committed past what is not done.
 */
final class Progress {
    private static final long NONE = -1;

    private final NavigableMap<Long, Instant> unfinished = new TreeMap<>();
    private long behindTheLast = NONE;
    private long committed = NONE;
    private int atWork;
    private boolean leaving;

    synchronized void arrived(long offset, Instant at) {
        if (behindTheLast == NONE) {
            committed = offset;
        }
        unfinished.put(offset, at);
        behindTheLast = Math.max(behindTheLast, offset + 1);
    }

    /** Whether work on a record may begin; not any more once the partition goes. */
    synchronized boolean begin() {
        if (leaving) {
            return false;
        }
        atWork++;
        return true;
    }

    synchronized void done(long offset) {
        unfinished.remove(offset);
        ended();
    }

    /** Work on a record ended, and the record is not done: it comes again. */
    synchronized void leftUndone() {
        ended();
    }

    private void ended() {
        atWork--;
        notifyAll();
    }

    /** The partition goes: no more work begins. */
    synchronized void leave() {
        leaving = true;
    }

    /** Waits for the work at hand; at most until {@link System#nanoTime} is this. */
    synchronized void awaitEndOfWork(long until) throws InterruptedException {
        for (long left = until - System.nanoTime(); atWork > 0 && left > 0; left = until - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** Where whoever reads the partition next has to go on, when that is further than was committed. */
    synchronized OptionalLong toCommit() {
        long next = unfinished.isEmpty() ? behindTheLast : unfinished.firstKey();
        return next > committed ? OptionalLong.of(next) : OptionalLong.empty();
    }

    synchronized void committed(long next) {
        committed = Math.max(committed, next);
    }

    /** Since when the first record that is not done has been here; empty when all are done. */
    synchronized Optional<Instant> oldest() {
        return unfinished.isEmpty()
                ? Optional.empty()
                : Optional.of(unfinished.firstEntry().getValue());
    }
}
