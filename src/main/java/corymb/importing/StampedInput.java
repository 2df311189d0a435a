package corymb.importing;

import corymb.work.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Takes the fingerprint of what is read, and stops reading when asked to. */
final class StampedInput extends FilterInputStream {
    private final MessageDigest digest;
    private final Progress progress;
    private long bytes;

    StampedInput(InputStream input, Progress progress) {
        super(input);
        this.progress = progress;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        progress.check();
        int read = super.read(target, offset, length);
        if (read > 0) {
            digest.update(target, offset, read);
            bytes += read;
        }
        return read;
    }

    /** How many bytes were read so far. */
    long bytes() {
        return bytes;
    }

    /** The fingerprint of all that was read; to be asked once. */
    FileStamp stamp() {
        return new FileStamp(bytes, HexFormat.of().formatHex(digest.digest()));
    }
}
