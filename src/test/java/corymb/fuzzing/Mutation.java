package corymb.fuzzing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What befalls files on their way. */
enum Mutation {
    NONE,
    TRUNCATED,
    BITS_FLIPPED,
    BYTES_INSERTED,
    BLOCK_REPEATED,
    BLOCK_LOST,
    NULS,
    LINE_ENDS_MIXED,
    QUOTES_SCATTERED,
    WRONG_ENCODING,
    TWO_ENCODINGS,
    VERY_WIDE,
    LONG_FIELD,
    DEEP_JSON,
    PACKED_BOMB,
    GZIP_DAMAGED,
    BZIP2_DAMAGED,
    BZIP2_BOMB,
    ZIP_DAMAGED,
    FIXED_BITS(Sound.Kind.FIXED),
    FIXED_BYTES_INSERTED(Sound.Kind.FIXED),
    FIXED_BLOCK_LOST(Sound.Kind.FIXED),
    FIXED_WRONG_ENCODING(Sound.Kind.FIXED),
    WORKBOOK_BITS(Sound.Kind.WORKBOOK),
    WORKBOOK_CUT(Sound.Kind.WORKBOOK),
    WORKBOOK_PART_CHANGED(Sound.Kind.WORKBOOK),
    WORKBOOK_PART_LOST(Sound.Kind.WORKBOOK),
    WORKBOOK_ENTITIES(Sound.Kind.WORKBOOK),
    WORKBOOK_SHARED_TEXTS(Sound.Kind.WORKBOOK),
    WORKBOOK_FAR_CELLS(Sound.Kind.WORKBOOK),
    OPEN_DOCUMENT_BITS(Sound.Kind.OPEN_DOCUMENT),
    OPEN_DOCUMENT_CUT(Sound.Kind.OPEN_DOCUMENT),
    OPEN_DOCUMENT_PART_CHANGED(Sound.Kind.OPEN_DOCUMENT),
    OPEN_DOCUMENT_PART_LOST(Sound.Kind.OPEN_DOCUMENT),
    OPEN_DOCUMENT_ENTITIES(Sound.Kind.OPEN_DOCUMENT),
    OPEN_DOCUMENT_COUNTS(Sound.Kind.OPEN_DOCUMENT),
    PARQUET_BITS(Sound.Kind.PARQUET),
    PARQUET_BLOCK_LOST(Sound.Kind.PARQUET),
    DBF_BITS(Sound.Kind.DBF),
    DBF_BLOCK_LOST(Sound.Kind.DBF),
    DATABASE_BITS(Sound.Kind.DATABASE),
    DATABASE_BLOCK_LOST(Sound.Kind.DATABASE);

    private static final int KIBI = 1024;
    private static final List<String> CHARSETS = List.of(
            "UTF-16LE", "UTF-16BE", "UTF-32", "windows-1252", "Shift_JIS", "EUC-KR", "GB18030", "Big5", "KOI8-R");

    private static final int LONGEST_FIELD = 100_000_000;

    /** What a long field is made of: among it what looks like a number, a date or an address for as long as one looks. */
    private static final List<String> FILLINGS = List.of(
            "x", "0", "7", " ", "\t", "\"", "\"\"", "'", ",", ";", "\\", "1.", "-", "12-", "a@", "a.b", "é", "東", "<a>",
            "{", "[", "\n");

    private final Sound.Kind kind;

    Mutation() {
        this(Sound.Kind.TEXT);
    }

    Mutation(Sound.Kind kind) {
        this.kind = kind;
    }

    /** What it befalls. */
    Sound.Kind kind() {
        return kind;
    }

    /** The file as it arrives. */
    byte[] applied(byte[] file, RandomGenerator chance) {
        return switch (this) {
            case NONE -> file;
            case TRUNCATED, WORKBOOK_CUT, OPEN_DOCUMENT_CUT -> Arrays.copyOf(file, chance.nextInt(file.length));
            case BITS_FLIPPED, FIXED_BITS, WORKBOOK_BITS, OPEN_DOCUMENT_BITS, PARQUET_BITS, DBF_BITS, DATABASE_BITS ->
                flipped(file, chance);
            case BYTES_INSERTED, FIXED_BYTES_INSERTED -> inserted(file, chance, random(1 + chance.nextInt(60), chance));
            case BLOCK_REPEATED -> inserted(file, chance, block(file, chance));
            case BLOCK_LOST, FIXED_BLOCK_LOST, PARQUET_BLOCK_LOST, DBF_BLOCK_LOST, DATABASE_BLOCK_LOST ->
                lost(file, chance);
            case NULS -> inserted(file, chance, new byte[1 + chance.nextInt(2_000)]);
            case LINE_ENDS_MIXED -> text(lineEnds(string(file), chance));
            case QUOTES_SCATTERED -> scattered(file, chance);
            case WRONG_ENCODING, FIXED_WRONG_ENCODING -> string(file).getBytes(charset(chance));
            case TWO_ENCODINGS -> inserted(file, chance, "Zürich,Łódź,東京\n".getBytes(charset(chance)));
            case VERY_WIDE -> wide(chance);
            case LONG_FIELD -> inserted(file, chance, longField(chance));
            case DEEP_JSON -> deep(chance);
            case PACKED_BOMB -> bomb(Packing.GZIP, chance);
            case BZIP2_BOMB -> bomb(Packing.BZIP2, chance);
            case GZIP_DAMAGED -> flipped(Packing.GZIP.packed(file), chance);
            case BZIP2_DAMAGED -> flipped(Packing.BZIP2.packed(file), chance);
            case ZIP_DAMAGED -> flipped(Packing.ZIP.packed(file), chance);
            case WORKBOOK_PART_CHANGED, OPEN_DOCUMENT_PART_CHANGED ->
                WorkbookDamage.of(file, chance).changed();
            case WORKBOOK_PART_LOST, OPEN_DOCUMENT_PART_LOST ->
                WorkbookDamage.of(file, chance).withoutPart();
            case WORKBOOK_ENTITIES, OPEN_DOCUMENT_ENTITIES ->
                WorkbookDamage.of(file, chance).withEntities();
            case WORKBOOK_SHARED_TEXTS -> WorkbookDamage.of(file, chance).withSharedTexts();
            case WORKBOOK_FAR_CELLS -> WorkbookDamage.of(file, chance).withFarCells();
            case OPEN_DOCUMENT_COUNTS -> WorkbookDamage.of(file, chance).withCounts();
        };
    }

    private static byte[] flipped(byte[] file, RandomGenerator chance) {
        var copy = file.clone();
        for (int i = chance.nextInt(1, 200); i > 0; i--) {
            copy[chance.nextInt(copy.length)] ^= (byte) (1 << chance.nextInt(8));
        }
        return copy;
    }

    private static byte[] inserted(byte[] file, RandomGenerator chance, byte[] piece) {
        int at = chance.nextInt(file.length + 1);
        return ByteBuffer.allocate(file.length + piece.length)
                .put(file, 0, at)
                .put(piece)
                .put(file, at, file.length - at)
                .array();
    }

    private static byte[] block(byte[] file, RandomGenerator chance) {
        int from = chance.nextInt(file.length);
        return Arrays.copyOfRange(file, from, Math.min(file.length, from + chance.nextInt(4 * KIBI)));
    }

    private static byte[] lost(byte[] file, RandomGenerator chance) {
        int from = chance.nextInt(file.length);
        int to = Math.min(file.length, from + chance.nextInt(4 * KIBI));
        var out = new ByteArrayOutputStream();
        out.write(file, 0, from);
        out.write(file, to, file.length - to);
        return out.toByteArray();
    }

    private static byte[] random(int length, RandomGenerator chance) {
        var bytes = new byte[length];
        chance.nextBytes(bytes);
        return bytes;
    }

    private static String lineEnds(String text, RandomGenerator chance) {
        var ends = List.of("\n", "\r\n", "\r", "\u2028", "\n\r", "\f");
        return text.lines()
                .map(line -> line + ends.get(chance.nextInt(ends.size())))
                .collect(Collectors.joining());
    }

    private static byte[] scattered(byte[] file, RandomGenerator chance) {
        var copy = file.clone();
        var marks = "\"';,\t|\\#".getBytes(StandardCharsets.US_ASCII);
        for (int i = chance.nextInt(1, 100); i > 0; i--) {
            copy[chance.nextInt(copy.length)] = marks[chance.nextInt(marks.length)];
        }
        return copy;
    }

    private static byte[] wide(RandomGenerator chance) {
        int columns = chance.nextInt(10) == 0 ? chance.nextInt(600, 2_000) : chance.nextInt(100, 600);
        var header = "customer_id,"
                + IntStream.range(1, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        var row = IntStream.range(0, columns).mapToObj(Integer::toString).collect(Collectors.joining(","));
        return text(header + "\n" + row + "\n" + row + "\n");
    }

    private static byte[] deep(RandomGenerator chance) {
        int depth = chance.nextInt(10, 100_000);
        var open = chance.nextBoolean() ? "[" : "{\"a\":";
        return text("[{\"customer_id\":\"C1\",\"x\":" + open.repeat(depth));
    }

    private static byte[] bomb(Packing packing, RandomGenerator chance) {
        return packing.packed(new byte[chance.nextInt(1, 64) << 20]);
    }

    /** A text that goes on and on, now and then for 100 MB. */
    private static byte[] longField(RandomGenerator chance) {
        var piece = text(FILLINGS.get(chance.nextInt(FILLINGS.size())));
        int length = chance.nextInt(8) == 0 ? LONGEST_FIELD : 1 << chance.nextInt(10, 26);
        var bytes = ByteBuffer.allocate(length);
        while (bytes.remaining() >= piece.length) {
            bytes.put(piece);
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static Charset charset(RandomGenerator chance) {
        return Charset.forName(CHARSETS.get(chance.nextInt(CHARSETS.size())));
    }

    /** One of the sample's files is not UTF-8. */
    private static String string(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(file, StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
