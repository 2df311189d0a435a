package corymb.importing;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Gives what was packed by gzip or bzip2 as it was before, piece by piece; also where several packed files were laid one behind another. */
final class Unpacking {
    private Unpacking() {}

    /** The bytes that a stream of that kind was packed from; a {@link ZipException} tells that it is damaged. */
    static InputStream of(ContentKind kind, InputStream packed, int buffer) throws IOException {
        return kind == ContentKind.BZIP2
                ? new BufferedInputStream(Bzip2.of(packed), buffer)
                : new GZIPInputStream(packed, buffer);
    }

    /** Says of damaged bytes what gzip says of them, whatever the reader stumbles over. */
    private static final class Bzip2 extends FilterInputStream {
        private Bzip2(InputStream unpacked) {
            super(unpacked);
        }

        static InputStream of(InputStream packed) throws IOException {
            return guarded(() -> new Bzip2(new BZip2CompressorInputStream(packed, true)));
        }

        @Override
        public int read() throws IOException {
            return guarded(super::read);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return guarded(() -> super.read(target, offset, length));
        }

        private static <T> T guarded(Reading<T> reading) throws IOException {
            try {
                return reading.read();
            } catch (IOException | IndexOutOfBoundsException | IllegalStateException e) {
                var damaged = new ZipException(e.getMessage());
                damaged.initCause(e);
                throw damaged;
            }
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }
}
