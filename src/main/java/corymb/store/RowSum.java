package corymb.store;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checksum over rows in whatever order: the sum of the SHA-256 of each. So a row that comes in or goes out changes it without
 * the others being read.
 */
final class RowSum {
    private static final int WORDS = 4;

    /** Of no rows. */
    static final String NONE = "0".repeat(WORDS * Long.BYTES * 2);

    private final long[] words = new long[WORDS];
    private final Checksum checksum = new Checksum();

    /** Goes on from the sum so far. */
    RowSum(String hex) {
        var bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        for (int word = 0; word < WORDS; word++) {
            words[word] = bytes.getLong();
        }
    }

    void add(List<? extends @Nullable Object> row) {
        change(row, 1);
    }

    void remove(List<? extends @Nullable Object> row) {
        change(row, -1);
    }

    private void change(List<? extends @Nullable Object> row, int sign) {
        var bytes = ByteBuffer.wrap(checksum.add(row).bytes());
        for (int word = 0; word < WORDS; word++) {
            words[word] += sign * bytes.getLong();
        }
    }

    String hex() {
        var bytes = ByteBuffer.allocate(WORDS * Long.BYTES);
        for (long word : words) {
            bytes.putLong(word);
        }
        return HexFormat.of().formatHex(bytes.array());
    }
}
