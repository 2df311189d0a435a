package corymb.importing;

import corymb.work.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Keeps count of what an archive unpacks to, and stops where it is more than any table would. */
final class Inflation {
    /** Tables of words and numbers shrink to a tenth, very dull ones to a hundredth. */
    private static final long HIGHEST_RATIO = 200;

    /** A word that is the same in all rows takes next to no room, but some column tells the rows apart. */
    private static final long HIGHEST_OF_VALUES = 1_000;

    static final long ALWAYS_ALLOWED = 64L << 20;
    private static final long MOST = 64L << 30;

    private final String name;
    private final LongSupplier packed;
    private long unpacked;

    /**
     * Of the archive of that name.
     *
     * @param packed the bytes it was unpacked from
     */
    Inflation(String name, LongSupplier packed) {
        this.name = name;
        this.packed = packed;
    }

    /** The same stream, counted. */
    InputStream watch(InputStream inflated) {
        return new FilterInputStream(inflated) {
            @Override
            public int read() throws IOException {
                int octet = super.read();
                count(octet < 0 ? 0 : 1);
                return octet;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int read = super.read(target, offset, length);
                count(Math.max(0, read));
                return read;
            }
        };
    }

    /** Stops where the values of a table, more than are allowed to any, are more than a file of its size holds. */
    static void checkTable(long unpacked, long allowed, long size) {
        if (unpacked > allowed && unpacked / HIGHEST_OF_VALUES > size) {
            throw new Problem(
                            "The file unpacks to more than " + HIGHEST_OF_VALUES + " times its size, as no table does.",
                            "",
                            "If you trust it, export it as CSV and import that.")
                    .asFailure();
        }
    }

    private void count(int more) {
        unpacked += more;
        if (unpacked > MOST) {
            throw tooLarge("The archive unpacks to more than " + (MOST >> 30) + " GB.");
        }
        if (unpacked > ALWAYS_ALLOWED && unpacked / HIGHEST_RATIO > packed.getAsLong()) {
            throw tooLarge("The archive unpacks to more than " + HIGHEST_RATIO + " times its size, as no table does.");
        }
    }

    private RuntimeException tooLarge(String what) {
        return new Problem(what, name, "If you trust it, unpack it yourself and import the file inside.").asFailure();
    }
}
