package corymb.store;

import java.io.IOException;
import java.net.InetAddress;
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

    private final Path file;
    private final @Nullable FileChannel channel;
    private final String holder;

    private ProjectLock(Path file, @Nullable FileChannel channel, String holder) {
        this.file = file;
        this.channel = channel;
        this.holder = holder;
    }

    /** Tries to take the lock of a project file; whether that worked, {@link #isHeld} says. */
    static ProjectLock take(Path project) {
        var file = project.resolveSibling(project.getFileName() + ".lock");
        try {
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                return new ProjectLock(file, null, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(me().getBytes(StandardCharsets.UTF_8)), 0);
            channel.force(true);
            return new ProjectLock(file, channel, me());
        } catch (IOException e) {
            return new ProjectLock(file, null, "nobody else, but its folder cannot be written to");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null; // Another window of this very process has it.
        }
    }

    private static String me() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            host = "this computer";
        }
        return System.getProperty("user.name") + " on " + host + " (process "
                + ProcessHandle.current().pid() + ")";
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
            Files.deleteIfExists(file);
            channel.close();
        }
    }
}
