package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.stats.Seed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Passing over tidy lines says the same as reading every record, whatever the file holds. */
class TidyLinesTest {
    private static final int WIDTH = 3;
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", " ");
    private static final List<String> CELLS = List.of(
            "",
            "a",
            "1e5",
            "0x10",
            "007",
            "1_000",
            " 12 ",
            "2024-03-05",
            "Zürich",
            "日本",
            "\u00a0",
            "true",
            "\"\"",
            "\"quoted\"",
            "\"with,comma\"",
            "\"with \"\"marks\"\"\"",
            "\"two\nlines\"",
            "\"two\r\nlines\"",
            "\"ü\"",
            "stray\"mark",
            "\"never closed",
            "\"closed\"too",
            " \"late\"",
            "\0",
            "\t",
            "\r",
            "'x'",
            "\\",
            "\u0001",
            "fifteen letters!",
            "x".repeat(300));
    private static final List<String> BREAKS = List.of("\n", "\r\n", "\n\n", "\r");

    /** What is known of a record: where it begins, and whether it is worth copying as it stands. */
    private record Seen(long line, int length) {}

    @Test
    void hostileFilesAreSplitIntoTheSameRecords() throws IOException {
        int tidy = 0;
        for (int round = 0; round < 3_000; round++) {
            var random = new Seed(round).generator();
            var dialect = CsvDialect.STANDARD.withDelimiter(DELIMITERS.get(random.nextInt(DELIMITERS.size())));
            tidy += compare(hostile(random, dialect.delimiter(), random.nextInt(1, 60)), dialect, "round " + round);
        }
        assertThat(tidy).isGreaterThan(10_000);
    }

    @Test
    void linesThatGoOverTheEndOfTheBufferAreSplitIntoTheSameRecords() throws IOException {
        for (int round = 0; round < 3; round++) {
            var random = new Seed(round).derive("long").generator();
            assertThat(compare(hostile(random, ",", 60_000), CsvDialect.STANDARD, "long round " + round))
                    .isGreaterThan(10_000);
        }
    }

    /** Most lines are tidy, so that runs of them come about. */
    private static byte[] hostile(RandomGenerator random, String delimiter, int lines) {
        var bytes = new ByteArrayOutputStream();
        var usual = BREAKS.get(random.nextInt(2));
        for (int line = 0; line < lines; line++) {
            boolean isOdd = random.nextInt(6) == 0;
            int cells = isOdd ? random.nextInt(1, 5) : WIDTH;
            for (int cell = 0; cell < cells; cell++) {
                var text = CELLS.get(random.nextInt(isOdd ? CELLS.size() : 14)).replace(",", delimiter);
                bytes.writeBytes((cell == 0 ? text : delimiter + text).getBytes(StandardCharsets.UTF_8));
            }
            if (isOdd && random.nextInt(8) == 0) {
                bytes.write(0xe4);
            }
            var lineBreak = random.nextInt(20) == 0 ? BREAKS.get(random.nextInt(BREAKS.size())) : usual;
            bytes.writeBytes(lineBreak.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Compares both ways and tells how many records were passed over. */
    private static int compare(byte[] text, CsvDialect dialect, String round) throws IOException {
        try (var fast = new RecordScanner(new ByteArrayInputStream(text), dialect);
                var thorough = new RecordScanner(new ByteArrayInputStream(text), dialect)) {
            var lines = fast.tidyLines(WIDTH);
            int passed = 0;
            while (true) {
                if (fast.pass(lines)) {
                    passed += lines.count();
                    var run = new Seen(fast.line(), fast.length());
                    assertThat(plainRecords(thorough, lines.count())).as(round).isEqualTo(run);
                } else {
                    boolean hasNext = fast.next();
                    assertThat(thorough.next()).as(round).isEqualTo(hasNext);
                    if (!hasNext) {
                        break;
                    }
                    assertThat(new Seen(fast.line(), fast.length()))
                            .as(round)
                            .isEqualTo(new Seen(thorough.line(), thorough.length()));
                    assertThat(fast.row()).as(round).isEqualTo(thorough.row());
                    assertThat(fast.flaw()).as(round).isEqualTo(thorough.flaw());
                }
            }
            assertBlanksAreKnown(fast, lines, thorough);
            return passed;
        }
    }

    /** Reads records that must all be plain and whole; where they begin, and how long they are together. */
    private static Seen plainRecords(RecordScanner scanner, int count) throws IOException {
        long line = 0;
        int length = 0;
        for (int i = 0; i < count; i++) {
            assertThat(scanner.next()).isTrue();
            assertThat(scanner.flaw()).isNull();
            assertThat(scanner.cells()).isEqualTo(WIDTH);
            assertThat(scanner.isPlain()).isTrue();
            line = i == 0 ? scanner.line() : line;
            length += scanner.length();
        }
        return new Seen(line, length);
    }

    private static void assertBlanksAreKnown(RecordScanner fast, TidyLines lines, RecordScanner thorough) {
        assertThat(fast.strayQuotes()).isEqualTo(thorough.strayQuotes());
        assertThat(fast.hasOddBlanks() || lines.hasOddBlanks() || !thorough.hasOddBlanks())
                .isTrue();
        assertThat(fast.hasOuterBlanks() || lines.hasOuterBlanks() || !thorough.hasOuterBlanks())
                .isTrue();
    }
}
