package corymb.importing;

import corymb.importing.FoundCell.Kind;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.JulianFields;
import java.util.regex.Pattern;

/**
 * A column of a dBase file.
 *
 * @param name what it is called
 * @param type its letter: C texts, N and F numbers, D dates, L truth, and of FoxPro's files T moments, I whole numbers, B
 *     doubles and Y money; others are left out, and told
 * @param length the bytes of a value
 * @param isFoxPro whether the file is one of FoxPro's, which have bytes where others have digits
 */
record DbfField(String name, char type, int length, boolean isFoxPro) {
    static final int BYTES = 32;
    static final int BYTES_OF_7 = 48;

    /** Four of them, as a number: a value that was never filled in. */
    private static final int BLANKS = 0x2020_2020;

    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d+");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)");

    static DbfField of(byte[] bytes, int from, DbfHeader.Make make) {
        boolean isOf7 = make == DbfHeader.Make.OF_7;
        int nameLength = isOf7 ? 32 : 11;
        int at = from + nameLength;
        int more = isOf7 ? at + 1 : from + 16;
        var name = new String(bytes, from, nameLength, StandardCharsets.ISO_8859_1).replaceFirst("(?s)\0.*", "");
        char type = (char) (bytes[at] & 0xff);
        int low = bytes[more] & 0xff;
        return new DbfField(
                name, type, type == 'C' ? low | (bytes[more + 1] & 0xff) << 8 : low, make == DbfHeader.Make.FOXPRO);
    }

    /** The value in a record. */
    FoundCell cell(byte[] bytes, int from, Charset charset) {
        if (type == 'C') {
            return text(bytes, from, charset);
        }
        if (isFoxPro && (type == 'I' || (length == Long.BYTES && "TBY".indexOf(type) >= 0))) {
            return binary(ByteBuffer.wrap(bytes, from, length).order(ByteOrder.LITTLE_ENDIAN));
        }
        var text = new String(bytes, from, length, StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .strip();
        if (text.isEmpty()) {
            return FoundCell.BLANK;
        }
        return switch (type) {
            case 'N', 'F' -> number(text);
            case 'D' -> date(text);
            case 'L' -> truth(text);
            default -> DbfFile.unreadable(text);
        };
    }

    private FoundCell text(byte[] bytes, int from, Charset charset) {
        try {
            var text = charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString()
                    .replaceFirst("[ \0]+$", "");
            return text.isBlank() ? FoundCell.BLANK : new FoundCell(text, Kind.TEXT);
        } catch (CharacterCodingException _) {
            return DbfFile.unreadable(new String(bytes, from, length, StandardCharsets.ISO_8859_1).strip());
        }
    }

    private FoundCell binary(ByteBuffer value) {
        return switch (type) {
            case 'T' -> moment(value.getInt(), value.getInt());
            case 'I' -> new FoundCell(Integer.toString(value.getInt()), Kind.INTEGER);
            case 'B' -> real(value.getDouble());
            default -> new FoundCell(BigDecimal.valueOf(value.getLong(), 4).toPlainString(), Kind.DECIMAL);
        };
    }

    /** The Julian day, and the milliseconds since its midnight. */
    private static FoundCell moment(int day, int millis) {
        if (day == 0 || day == BLANKS) {
            return FoundCell.BLANK;
        }
        try {
            var moment = LocalDate.EPOCH
                    .with(JulianFields.JULIAN_DAY, day)
                    .atTime(LocalTime.ofNanoOfDay(millis * 1_000_000L));
            return new FoundCell(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment), Kind.TIMESTAMP);
        } catch (DateTimeException _) {
            return DbfFile.unreadable("day " + day + ", " + millis + " ms");
        }
    }

    private static FoundCell real(double number) {
        return Double.isFinite(number)
                ? new FoundCell(new BigDecimal(Double.toString(number)).toPlainString(), Kind.DECIMAL)
                : DbfFile.unreadable(Double.toString(number));
    }

    private static FoundCell number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return DbfFile.unreadable(text);
        }
        var plain = new BigDecimal(text).toPlainString();
        return new FoundCell(plain, WHOLE.matcher(text).matches() ? Kind.INTEGER : Kind.DECIMAL);
    }

    private static FoundCell date(String text) {
        try {
            return text.matches("0+")
                    ? FoundCell.BLANK
                    : new FoundCell(
                            LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                                    .toString(),
                            Kind.DATE);
        } catch (DateTimeException _) {
            return DbfFile.unreadable(text);
        }
    }

    private static FoundCell truth(String text) {
        return switch (text) {
            case "T", "t", "Y", "y" -> new FoundCell("true", Kind.BOOLEAN);
            case "F", "f", "N", "n" -> new FoundCell("false", Kind.BOOLEAN);
            case "?" -> FoundCell.BLANK;
            default -> DbfFile.unreadable(text);
        };
    }
}
