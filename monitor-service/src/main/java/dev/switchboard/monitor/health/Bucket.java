package dev.switchboard.monitor.health;

import java.nio.ByteBuffer;
import org.HdrHistogram.Histogram;

/** One thirtieth of a window: how many calls failed, and how long each took. */
public final class Bucket {
    /** Exact to the millisecond up to 2 seconds, to 0.1 % above. */
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Histogram durations;
    private long errors;

    Bucket() {
        this(0, newHistogram());
    }

    private Bucket(long errors, Histogram durations) {
        this.errors = errors;
        this.durations = durations;
    }

    static Histogram newHistogram() {
        return new Histogram(SIGNIFICANT_DIGITS);
    }

    void add(long durationMs, boolean failed) {
        durations.recordValue(Math.clamp(durationMs, 0, Clamped.LONGEST_CALL.toMillis()));
        if (failed) {
            errors++;
        }
    }

    Histogram durations() {
        return durations;
    }

    long errors() {
        return errors;
    }

    /** The bucket as it is kept in the state store. */
    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES + durations.getNeededByteBufferCapacity());
        buffer.putLong(errors);
        durations.encodeIntoByteBuffer(buffer);
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    /** The inverse of {@link #toBytes()}. */
    public static Bucket fromBytes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long errors = buffer.getLong();
        Histogram durations = Histogram.decodeFromByteBuffer(buffer, 0);
        durations.setAutoResize(true);
        return new Bucket(errors, durations);
    }
}
