package corymb.store;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The projects that this process may write.
 *
 * <p>They are known here as well as to the operating system, because a process loses its lock on a file as soon as it closes
 * the file once, wherever that happens in it.
 */
final class ProjectLocks {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final Map<Path, String> held = new ConcurrentHashMap<>();

    ProjectLocks(Clock clock) {
        this.clock = clock;
    }

    /** Tries to take the lock of a project file that is there; whether that worked, {@link ProjectLock#isHeld} says. */
    ProjectLock take(Path project) throws IOException {
        if (Backups.isBackup(project)) {
            return ProjectLock.refused("nobody; it is a backup");
        }
        var real = project.toRealPath();
        if (!Files.isWritable(real) || !Files.isWritable(real.getParent())) {
            return ProjectLock.refused("nobody; its folder or file may not be written to");
        }
        var me = me();
        var here = held.putIfAbsent(real, me);
        if (here != null) {
            return ProjectLock.refused(here);
        }
        var lock = ProjectLock.take(real.resolveSibling(real.getFileName() + ".lock"), me, () -> held.remove(real, me));
        if (!lock.isHeld()) {
            held.remove(real, me);
        }
        return lock;
    }

    private String me() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            host = "this computer";
        }
        return System.getProperty("user.name") + " on " + host + " (process "
                + ProcessHandle.current().pid() + ", since " + MINUTE.format(clock.instant()) + ")";
    }
}
