package corymb.fuzzing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.List;

/** Writes dBase files of level 3 whose columns are texts of 20 bytes in windows-1252. */
public final class DbfBytes {
    private static final Charset CHARSET = Charset.forName("windows-1252");
    private static final int WIDTH = 20;

    private DbfBytes() {}

    /** Of rows whose first holds the names; the first value of a record that is deleted begins with an asterisk. */
    public static byte[] of(List<List<String>> rows, int codePage) {
        int columns = rows.getFirst().size();
        var out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(32)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {3, 126, 5, 1})
                .putInt(rows.size() - 1)
                .putShort((short) (33 + 32 * columns))
                .putShort((short) (1 + WIDTH * columns))
                .put(29, (byte) codePage)
                .array());
        for (var name : rows.getFirst()) {
            out.writeBytes(ByteBuffer.allocate(32)
                    .put(padded(name, 10))
                    .put(11, (byte) 'C')
                    .put(16, (byte) WIDTH)
                    .array());
        }
        out.write(0x0D);
        for (var row : rows.subList(1, rows.size())) {
            out.write(row.getFirst().startsWith("*") ? '*' : ' ');
            row.forEach(cell -> out.writeBytes(padded(cell, WIDTH)));
        }
        return out.toByteArray();
    }

    private static byte[] padded(String text, int width) {
        return (text + " ".repeat(width)).substring(0, width).getBytes(CHARSET);
    }
}
