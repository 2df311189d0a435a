package corymb.importing;

import corymb.work.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Takes the fingerprint of what is read, counts it, and stops reading when asked to. */
final class Stamp {
    private final MessageDigest digest;
    private final Progress progress;
    private long read;
    private long digested;

    Stamp(Progress progress) {
        this.progress = progress;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The same bytes, which are counted and become part of the fingerprint. */
    InputStream of(InputStream input) {
        return new Watched(input, true);
    }

    /** The same bytes, which are counted alone. */
    InputStream counted(InputStream input) {
        return new Watched(input, false);
    }

    /** Makes a whole file part of the fingerprint, whose content is then read in another order. */
    void add(Path file) throws IOException {
        long before = read;
        try (var input = of(Files.newInputStream(file))) {
            input.transferTo(OutputStream.nullOutputStream());
        }
        read = before;
    }

    /** How many bytes were read so far. */
    long bytes() {
        return read;
    }

    /** The fingerprint of all that was read; to be asked once. */
    FileStamp stamp() {
        return new FileStamp(digested, HexFormat.of().formatHex(digest.digest()));
    }

    private final class Watched extends FilterInputStream {
        private final boolean isDigested;

        Watched(InputStream input, boolean isDigested) {
            super(input);
            this.isDigested = isDigested;
        }

        @Override
        public int read() throws IOException {
            var single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            progress.check();
            int count = super.read(target, offset, length);
            if (count > 0) {
                read += count;
                if (isDigested) {
                    digest.update(target, offset, count);
                    digested += count;
                }
            }
            return count;
        }
    }
}
