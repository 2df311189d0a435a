package corymb.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Says who may write a project: whoever holds the lock on the small file beside it.
 *
 * <p>The operating system ends the lock with its process, so that a crash leaves nothing to clean up.
 */
final class ProjectLock implements AutoCloseable {
    /** Far behind the holder's name, so that others can read it where locks forbid reading. */
    private static final long LOCKED_BYTE = 1 << 20;

    private static final int ATTEMPTS = 20;

    private final Path file;
    private final @Nullable FileChannel channel;
    private final String holder;
    private final Runnable afterwards;

    private ProjectLock(Path file, @Nullable FileChannel channel, String holder, Runnable afterwards) {
        this.file = file;
        this.channel = channel;
        this.holder = holder;
        this.afterwards = afterwards;
    }

    static ProjectLock refused(String holder) {
        return new ProjectLock(Path.of(""), null, holder, () -> {});
    }

    /** Tries to take a lock; whether that worked, {@link #isHeld} says. */
    static ProjectLock take(Path file, String me, Runnable afterwards) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var identity = FileIdentity.of(file);
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                return refused(read(file));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(me.getBytes(StandardCharsets.UTF_8)), 0);
            channel.force(true);
            if (identity.isPresent() && identity.equals(FileIdentity.of(file))) {
                return new ProjectLock(file, channel, me, afterwards);
            }
            channel.close(); // It was not there yet, or the one before us has just deleted it.
        }
        return refused("others, who come and go");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null; // Another part of this very process has it.
        }
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file).strip() : "others, who just left";
    }

    boolean isHeld() {
        return channel != null;
    }

    String holder() {
        return holder;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            try (channel) {
                Files.deleteIfExists(file);
            } finally {
                afterwards.run();
            }
        }
    }
}
