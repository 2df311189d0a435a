package corymb.importing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A content as a file on disk: itself where it lies there unpacked, else a copy under a name of ours.
 *
 * @param file where it is
 * @param isTemporary whether it is a copy, which is deleted in the end
 */
record LocalCopy(Path file, boolean isTemporary) implements Closeable {
    /** That much of a text tells how it is written. */
    private static final long ENOUGH_TEXT = 64L << 20;

    /** The content as far as a look at it needs. */
    static LocalCopy toLookAt(Content content) throws IOException {
        if (isReadable(content)) {
            return new LocalCopy(content.onDisk().orElseThrow(), false);
        }
        var copy = new LocalCopy(Files.createTempFile("corymb-", ".part"), true);
        try (var input = content.open();
                var output = Files.newOutputStream(copy.file)) {
            var head = input.readNBytes(ContentKind.HEAD);
            output.write(head);
            boolean isCut = ContentKind.of(head) == ContentKind.OTHER && !JsonRows.mayBe(head);
            copy(input, output, isCut ? ENOUGH_TEXT : Long.MAX_VALUE);
            return copy;
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    private static boolean isReadable(Content content) throws IOException {
        return content.onDisk().isPresent() && !content.isPacked();
    }

    private static void copy(InputStream input, OutputStream output, long most) throws IOException {
        var buffer = new byte[1 << 16];
        int read;
        for (long copied = 0; copied < most && (read = input.read(buffer)) >= 0; copied += read) {
            output.write(buffer, 0, read);
        }
    }

    @Override
    public void close() throws IOException {
        if (isTemporary) {
            Files.deleteIfExists(file);
        }
    }
}
