package corymb.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.zip.ZipException;

/**
 * One file that rows are read from: by itself, in a folder or in an archive.
 *
 * @param name its name in the archive or folder; that of the file where it stands alone
 * @param size its bytes, as far as they are known
 * @param onDisk where it lies, unless in an archive
 * @param opener opens it
 */
record Content(String name, long size, Optional<Path> onDisk, Opener opener) {
    private static final int HEAD = 1 << 18;
    private static final int BUFFER = 1 << 16;

    static Content of(Path file, String name) throws IOException {
        return new Content(name, Files.size(file), Optional.of(file), () -> Files.newInputStream(file));
    }

    /** Its bytes, unpacked where they were packed by gzip or bzip2; {@code tap} sees them as they are in the file. */
    InputStream open(UnaryOperator<InputStream> tap) throws IOException {
        var packed = new AtomicLong();
        var raw = new BufferedInputStream(counted(tap.apply(opener.open()), packed), BUFFER);
        raw.mark(ContentKind.HEAD);
        var kind = ContentKind.of(raw.readNBytes(ContentKind.HEAD));
        raw.reset();
        return kind.isPacked() ? unpacked(kind, raw, packed) : raw;
    }

    InputStream open() throws IOException {
        return open(UnaryOperator.identity());
    }

    private InputStream unpacked(ContentKind kind, InputStream raw, AtomicLong packed) throws IOException {
        try {
            return new Inflation(name, packed::get).watch(Unpacking.of(kind, raw, BUFFER));
        } catch (ZipException e) {
            raw.close();
            throw FileProblems.damagedArchive(name, e);
        }
    }

    private static InputStream counted(InputStream input, AtomicLong bytes) {
        return new java.io.FilterInputStream(input) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int read = super.read(target, offset, length);
                bytes.addAndGet(Math.max(0, read));
                return read;
            }
        };
    }

    /** Whether its bytes are not those that lie on the disk. */
    boolean isPacked() throws IOException {
        try (var input = opener.open()) {
            return ContentKind.of(input).isPacked();
        }
    }

    /** Its first bytes, unpacked. */
    byte[] head() throws IOException {
        try (var input = open()) {
            return input.readNBytes(HEAD);
        }
    }

    /** Opens a stream of bytes. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }
}
