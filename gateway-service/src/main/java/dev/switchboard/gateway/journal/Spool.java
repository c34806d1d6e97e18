package dev.switchboard.gateway.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Events that wait on disk. Appends that come together share one fsync; they come out in the order they went in. */
final class Spool implements AutoCloseable {
    private final SpoolFile file;
    private final long largest;
    private final ReentrantLock disk = new ReentrantLock();
    private final LinkedBlockingQueue<Append> appends = new LinkedBlockingQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private final Thread writer;

    /** An append that is not on disk yet. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Append(byte[] line, CompletableFuture<Void> written) {}

    private Spool(SpoolFile file, long largest) {
        this.file = file;
        this.largest = largest;
        this.waiting.set(file.count());
        this.writer = Thread.ofPlatform().daemon().name("spool-writer").unstarted(this::write);
    }

    /** Opens the spool of a folder; what an earlier process left there waits first. {@code largest} is in bytes. */
    static Spool open(Path folder, long largest) {
        Spool spool = new Spool(SpoolFile.open(folder), largest);
        spool.writer.start();
        return spool;
    }

    /** Done when the entry is on disk; fails with {@link NotDurableException} when it cannot be. Does not block. */
    CompletableFuture<Void> append(JournalEntry entry) {
        waiting.incrementAndGet();
        Append append = new Append(SpoolLine.write(entry), new CompletableFuture<>());
        appends.add(append);
        return append.written();
    }

    /** How many events wait, those not yet on disk included. */
    long waiting() {
        return waiting.get();
    }

    /** The next lines, at most {@code most}; they stay until they are taken. */
    List<byte[]> next(int most) {
        disk.lock();
        try {
            return file.next(most);
        } catch (IOException e) {
            throw new UncheckedIOException("The spool cannot be read", e);
        } finally {
            disk.unlock();
        }
    }

    void take(List<byte[]> done) {
        disk.lock();
        try {
            file.take(done);
            waiting.addAndGet(-done.size());
        } catch (IOException e) {
            throw new UncheckedIOException("The spool's position cannot be written", e);
        } finally {
            disk.unlock();
        }
    }

    void setAside(byte[] line) {
        disk.lock();
        try {
            file.setAside(line);
        } catch (IOException e) {
            throw new UncheckedIOException("The spool's unreadable lines cannot be written", e);
        } finally {
            disk.unlock();
        }
    }

    @Override
    public void close() {
        writer.interrupt();
        disk.lock();
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The spool cannot be closed", e);
        } finally {
            disk.unlock();
        }
    }

    private void write() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Append> together = new ArrayList<>();
                together.add(appends.take());
                appends.drainTo(together);
                write(together);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Append> together) {
        List<byte[]> lines = together.stream().map(Append::line).toList();
        disk.lock();
        try {
            long size = lines.stream().mapToLong(line -> line.length).sum();
            if (file.bytes() + size > largest) {
                refuse(together, new NotDurableException("The spool is full"));
                return;
            }
            file.append(lines);
        } catch (IOException e) {
            refuse(together, new NotDurableException("The disk does not take the spool", e));
            return;
        } finally {
            disk.unlock();
        }
        together.forEach(append -> append.written().complete(null));
    }

    private void refuse(List<Append> together, NotDurableException why) {
        waiting.addAndGet(-together.size());
        together.forEach(append -> append.written().completeExceptionally(why));
    }
}
