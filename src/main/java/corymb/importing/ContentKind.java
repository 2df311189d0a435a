package corymb.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What a file is, told by its first bytes. */
enum ContentKind {
    GZIP("\u001f\u008b"),
    BZIP2("BZh[1-9](1AY&SY|\u0017rE8P\u0090)"),
    ZIP("PK\u0003\u0004"),
    EMPTY_ZIP("PK\u0005\u0006"),
    PARQUET("PAR1"),
    /** Version, date, number of records, lengths, and what is always zero. */
    DBF("(?s)[\u0003\u0004\u0005\u0083\u008b\u008c\u00cb\u00f5\u00fb0-2].[\0-\f][\0-\u001f].{8}\0\0"),
    DATABASE("SQLite format 3\0"),
    /** Old binary workbooks and other documents of the same make. */
    OLD_DOCUMENT("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
    PDF("%PDF-"),
    OTHER("");

    /** That many first bytes tell. */
    static final int HEAD = 512;

    private final Pattern mark;

    ContentKind(String mark) {
        this.mark = Pattern.compile(mark);
    }

    /** Whether it is one file, packed. */
    boolean isPacked() {
        return this == GZIP || this == BZIP2;
    }

    static ContentKind of(byte[] head) {
        var text = new String(head, 0, Math.min(head.length, 16), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(kind -> kind.mark.matcher(text).lookingAt())
                .findFirst()
                .orElse(OTHER);
    }

    static ContentKind of(InputStream input) throws IOException {
        return of(input.readNBytes(HEAD));
    }
}
