package corymb.fuzzing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** What files are packed by. */
enum Packing {
    GZIP,
    BZIP2,
    ZIP;

    byte[] packed(byte[] file) {
        var out = new ByteArrayOutputStream();
        try (var packed = packing(out)) {
            packed.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private OutputStream packing(OutputStream out) throws IOException {
        return switch (this) {
            case GZIP -> new GZIPOutputStream(out);
            case BZIP2 -> new BZip2CompressorOutputStream(out);
            case ZIP -> {
                var archive = new ZipOutputStream(out);
                archive.putNextEntry(new ZipEntry("rows.csv"));
                yield archive;
            }
        };
    }
}
