package corymb.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds delimiter, quote mark, escape mark and header of a text table from its beginning.
 *
 * <p>A delimiter is good when nearly all rows have the same number of cells, more than one, and the cells look like values.
 *
 * <p>Reference: van den Burg, Nazábal, Sutton, Wrangling messy CSV files by detecting row and type patterns, 2019,
 * doi:10.1007/s10618-019-00646-y. Simplified: the same two ideas, row patterns and types, over fewer candidates.
 */
final class DialectDetection {
    private static final List<String> DELIMITERS =
            List.of(",", ";", "\t", "|", "^", "~", "\u001f", ":", CsvDialect.BLANKS);
    private static final int SAMPLE = 1 << 18;
    private static final int ROWS = 400;

    private DialectDetection() {}

    static CsvDialect detect(Path file, String encoding) throws IOException {
        try (var input = TextInput.of(Files.newInputStream(file), encoding)) {
            var sample = sample(input);
            var unquoted = new CsvDialect(",", "\"", "\"", encoding, false, 0);
            var dialect = withMarks(unquoted, new String(sample, StandardCharsets.UTF_8));
            var best = dialect.withDelimiter(delimiter(sample, dialect));
            var rows = rows(sample, best);
            return best.withHeader(hasHeader(rows));
        }
    }

    private static byte[] sample(InputStream input) throws IOException {
        var head = input.readNBytes(SAMPLE);
        int end = head.length;
        while (head.length == SAMPLE && end > 0 && head[end - 1] != '\n') {
            end--;
        }
        return end == 0 ? head : java.util.Arrays.copyOf(head, end);
    }

    private static CsvDialect withMarks(CsvDialect dialect, String text) {
        boolean usesDouble = text.contains("\"");
        boolean usesSingle = !usesDouble && text.matches("(?s).*(^|[,;\t|\n])'[^'\n]*'([,;\t|\r\n].*|$)");
        var quote = usesSingle ? "'" : "\"";
        boolean usesBackslash = text.contains("\\" + quote) && !text.contains(quote + quote);
        return dialect.withQuote(quote, usesBackslash ? "\\" : quote);
    }

    private static String delimiter(byte[] sample, CsvDialect dialect) throws IOException {
        var scores = new HashMap<String, Double>();
        for (var candidate : DELIMITERS) {
            scores.put(candidate, score(rows(sample, dialect.withDelimiter(candidate))));
        }
        return DELIMITERS.stream()
                .max(Comparator.comparingDouble((String candidate) -> scores.getOrDefault(candidate, 0.0))
                        .thenComparingInt(candidate -> -DELIMITERS.indexOf(candidate)))
                .filter(candidate -> scores.getOrDefault(candidate, 0.0) > 0)
                .orElse(",");
    }

    /** The first rows; a broken row is an empty list. */
    private static List<List<String>> rows(byte[] sample, CsvDialect dialect) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var scanner = new RecordScanner(new ByteArrayInputStream(sample), dialect)) {
            while (rows.size() < ROWS && scanner.next()) {
                if (!scanner.isBlank()) {
                    rows.add(scanner.flaw() == null ? scanner.row() : List.of());
                }
            }
        }
        return rows;
    }

    private static double score(List<List<String>> rows) {
        Map<Integer, Long> widths = rows.stream().collect(Collectors.groupingBy(List::size, Collectors.counting()));
        var usual = widths.entrySet().stream()
                .filter(width -> width.getKey() > 1)
                .max(Comparator.comparingDouble(width -> (double) width.getValue() * Math.log(1.0 + width.getKey())));
        if (usual.isEmpty()) {
            return 0;
        }
        int width = usual.get().getKey();
        double regular = (double) usual.get().getValue() / rows.size();
        return regular * regular * (0.2 + 0.8 * typedShare(rows, width)) * Math.log(1.0 + width);
    }

    /** The part of the cells that look like one value: empty, a number, a date, a word or a name, and not a list of them. */
    private static double typedShare(List<List<String>> rows, int width) {
        long cells = 0;
        long typed = 0;
        for (var row : rows) {
            if (row.size() == width) {
                cells += width;
                typed += row.stream().filter(DialectDetection::isValue).count();
            }
        }
        return cells == 0 ? 0 : (double) typed / cells;
    }

    private static boolean isValue(String cell) {
        var value = cell.strip();
        return value.isEmpty()
                || ValueShape.isData(value)
                || value.matches("[\\p{L}\\p{N}_ .'&()/@:+#-]{1,60}")
                || value.length() > 60;
    }

    private static boolean hasHeader(List<List<String>> rows) {
        if (rows.isEmpty() || rows.getFirst().isEmpty()) {
            return true;
        }
        var first = rows.getFirst();
        if (first.stream().anyMatch(ValueShape::isData)) {
            return false;
        }
        boolean isUnique = new HashSet<>(first).size() == first.size();
        return isUnique || MappingProposal.knownNames(first) > first.size() / 2 || isTypedBelow(rows);
    }

    private static boolean isTypedBelow(List<List<String>> rows) {
        var first = rows.getFirst();
        return IntStream.range(0, first.size())
                .anyMatch(column -> rows.stream()
                        .skip(1)
                        .filter(row -> row.size() == first.size())
                        .anyMatch(row -> ValueShape.isData(row.get(column))));
    }
}
