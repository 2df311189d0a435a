package corymb.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a dBase file says of itself.
 *
 * @param records how many there are
 * @param recordLength the bytes of each, with the mark of deletion before the fields
 * @param fields its columns
 * @param charset how it says that its texts are written; empty where it does not
 */
record DbfHeader(long records, int recordLength, List<DbfField> fields, Optional<Charset> charset) {
    private static final int LENGTH = 32;
    private static final int LENGTH_OF_7 = 68;
    private static final int END = 0x0D;
    private static final int MOST_FIELDS = 2_048;

    /** By the number of the language driver, where Java knows the code page. */
    private static final Map<Integer, String> CODE_PAGES = Map.ofEntries(
            Map.entry(0x01, "IBM437"),
            Map.entry(0x02, "IBM850"),
            Map.entry(0x03, "windows-1252"),
            Map.entry(0x57, "windows-1252"),
            Map.entry(0x58, "windows-1252"),
            Map.entry(0x64, "IBM852"),
            Map.entry(0x65, "IBM866"),
            Map.entry(0x66, "IBM865"),
            Map.entry(0x67, "IBM861"),
            Map.entry(0x6A, "IBM737"),
            Map.entry(0x6B, "IBM857"),
            Map.entry(0x78, "Big5"),
            Map.entry(0x79, "x-windows-949"),
            Map.entry(0x7A, "GBK"),
            Map.entry(0x7B, "windows-31j"),
            Map.entry(0x7C, "x-windows-874"),
            Map.entry(0x7D, "windows-1255"),
            Map.entry(0x7E, "windows-1256"),
            Map.entry(0xC8, "windows-1250"),
            Map.entry(0xC9, "windows-1251"),
            Map.entry(0xCA, "windows-1254"),
            Map.entry(0xCB, "windows-1253"));

    /** What made the file, which decides where its header says what, and how some values are written. */
    enum Make {
        DBASE,
        OF_7,
        FOXPRO;

        static Make of(byte version) {
            boolean isFoxPro = version >= 0x30 && version <= 0x32;
            return isFoxPro ? FOXPRO : (version & 7) == 4 ? OF_7 : DBASE;
        }
    }

    DbfHeader {
        fields = List.copyOf(fields);
    }

    /** Leaves the stream before the first record. */
    static DbfHeader read(InputStream input) throws IOException {
        var head = input.readNBytes(LENGTH);
        if (head.length < LENGTH) {
            throw DbfFile.damaged("It ends in its header.");
        }
        var make = Make.of(head[0]);
        int length = number(head, 8, 2);
        var rest = input.readNBytes(Math.max(0, length - LENGTH));
        var fields = fields(rest, make);
        int ofFields = fields.stream().mapToInt(DbfField::length).sum();
        int recordLength = number(head, 10, 2);
        if (rest.length < length - LENGTH || fields.isEmpty() || ofFields + 1 > recordLength) {
            throw DbfFile.damaged("Its header does not say how long a record is.");
        }
        var charset = Optional.ofNullable(CODE_PAGES.get(head[29] & 0xff)).map(TextInput::charset);
        return new DbfHeader(number(head, 4, 4) & 0xffff_ffffL, recordLength, fields, charset);
    }

    private static List<DbfField> fields(byte[] bytes, Make make) {
        var fields = new ArrayList<DbfField>();
        int start = make == Make.OF_7 ? LENGTH_OF_7 - LENGTH : 0;
        int size = make == Make.OF_7 ? DbfField.BYTES_OF_7 : DbfField.BYTES;
        for (int from = start; from + size <= bytes.length && bytes[from] != END; from += size) {
            fields.add(DbfField.of(bytes, from, make));
        }
        if (fields.size() > MOST_FIELDS) {
            throw DbfFile.damaged("It has more than " + MOST_FIELDS + " columns.");
        }
        return fields;
    }

    /** A number whose lowest byte comes first. */
    static int number(byte[] bytes, int from, int length) {
        int number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = (number << 8) | (bytes[from + i] & 0xff);
        }
        return number;
    }
}
