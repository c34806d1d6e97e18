package dev.switchboard.gateway.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines on disk, appended at one end and taken from the other. {@code events.spool} holds the lines, {@code events.position} how
 * far they have been taken. Survives the process at any moment: half a line at the end is cut off at the next start. Not
 * thread-safe.
 */
final class SpoolFile implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    private final Path folder;
    private final FileChannel lines;
    private final FileChannel position;
    private long taken;
    private long written;
    private long count;

    private SpoolFile(Path folder, FileChannel lines, FileChannel position) {
        this.folder = folder;
        this.lines = lines;
        this.position = position;
    }

    /**
     * Opens the spool of a folder, or makes it.
     *
     * @throws IllegalStateException in one sentence for the operator, when the folder cannot be used
     */
    static SpoolFile open(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel lines = channel(folder.resolve("events.spool"));
            hold(lines, folder);
            SpoolFile file = new SpoolFile(folder, lines, channel(folder.resolve("events.position")));
            file.recover();
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The spool folder " + folder + " cannot be used ("
                            + e.getClass().getSimpleName()
                            + "): set SWITCHBOARD_SPOOL_DIRECTORY to a folder this process may write to.",
                    e);
        }
    }

    long bytes() {
        return written;
    }

    /** How many lines wait to be taken. */
    long count() {
        return count;
    }

    /** Appends whole lines, line feeds included, and returns when they are on disk. Leaves the file as it was on failure. */
    void append(List<byte[]> appended) throws IOException {
        try {
            long at = written;
            for (byte[] line : appended) {
                at += write(line, at);
            }
            lines.force(false);
            written = at;
            count += appended.size();
        } catch (IOException e) {
            lines.truncate(written);
            throw e;
        }
    }

    /** The next lines without line feeds, at most {@code most}. */
    List<byte[]> next(int most) throws IOException {
        List<byte[]> found = new ArrayList<>();
        long at = taken;
        while (found.size() < most) {
            byte @Nullable [] line = lineAt(at);
            if (line == null) {
                break;
            }
            found.add(line);
            at += line.length + 1L;
        }
        return found;
    }

    /** Forgets lines that {@link #next} returned. An empty file shrinks to nothing. */
    void take(List<byte[]> done) throws IOException {
        for (byte[] line : done) {
            taken += line.length + 1L;
        }
        count -= done.size();
        if (taken >= written) {
            // The lines first: a position behind the end of the file means "from the start", so a crash in between is
            // harmless.
            lines.truncate(0);
            taken = 0;
            written = 0;
            count = 0;
        }
        position.write(ByteBuffer.allocate(Long.BYTES).putLong(taken).flip(), 0);
    }

    /** Puts a line that can never be sent aside, for a person to look at. */
    void setAside(byte[] line) throws IOException {
        Path aside = folder.resolve("events.unreadable");
        Files.write(aside, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Files.write(aside, new byte[] {'\n'}, StandardOpenOption.APPEND);
    }

    @Override
    public void close() throws IOException {
        lines.close();
        position.close();
    }

    private void recover() throws IOException {
        written = lines.size();
        ByteBuffer stored = ByteBuffer.allocate(Long.BYTES);
        taken = position.read(stored, 0) == Long.BYTES ? stored.flip().getLong() : 0;
        if (taken < 0 || taken > written) {
            taken = 0;
        }
        long at = taken;
        byte @Nullable [] line = lineAt(at);
        while (line != null) {
            at += line.length + 1L;
            count++;
            line = lineAt(at);
        }
        lines.truncate(at);
        written = at;
    }

    private byte @Nullable [] lineAt(long start) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        long at = start;
        while (at < written) {
            buffer.clear();
            int read = lines.read(buffer, at);
            if (read <= 0) {
                return null;
            }
            for (int i = 0; i < read; i++) {
                if (buffer.get(i) == '\n') {
                    line.write(buffer.array(), 0, i);
                    return line.toByteArray();
                }
            }
            line.write(buffer.array(), 0, read);
            at += read;
        }
        return null;
    }

    private int write(byte[] line, long at) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(line);
        while (buffer.hasRemaining()) {
            lines.write(buffer, at + buffer.position());
        }
        return line.length;
    }

    private static FileChannel channel(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static void hold(FileChannel lines, Path folder) throws IOException {
        @Nullable FileLock lock;
        try {
            lock = lines.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            lines.close();
            throw new IllegalStateException("The spool folder " + folder
                    + " is in use by another gateway: set SWITCHBOARD_SPOOL_DIRECTORY to a folder of its own.");
        }
    }
}
