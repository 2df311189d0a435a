package corymb.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The first rows of a text read in one dialect, and how well that explains them. */
final class DialectTrial {
    private static final int ROWS = 400;
    private static final List<String> COMMENTS = List.of("#", "//", "--", "%", "!");

    /** That nothing separates values, so that each line is one: what any delimiter has to beat. */
    private static final double ONE_COLUMN = 0.1;

    private static final double OF_VALUES = 0.8;
    private static final double OF_COMMENT = 0.25;
    private static final double MOST_COMMENTED = 0.5;
    private static final double LIST_OF_VALUES = 0.25;
    private static final double SURE = 0.9;
    private static final int LONG_TEXT = 60;
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}_ .'&()/@:+#€$£%*?!=-]{1,60}");
    private static final Pattern WRAPPED = Pattern.compile("(?s)'.*'|\".*\"|['\"]");

    private final CsvDialect dialect;
    private final List<Row> rows;
    private final int width;
    private final Guess comment;
    private final List<Row> fromFirst;

    private DialectTrial(CsvDialect dialect, List<Row> all) {
        this.dialect = dialect;
        int widthOfAll = usualWidth(all);
        this.comment = comment(all, widthOfAll);
        this.rows = all.stream().filter(row -> !isComment(row)).toList();
        this.width = usualWidth(rows);
        this.fromFirst = rows.subList(before(), rows.size());
    }

    /** A row that is not blank, and the line it begins at; a broken one has no cells. */
    private record Row(long line, List<String> cells, boolean isBroken) {
        int width() {
            return isBroken ? 0 : cells.size();
        }

        long filled() {
            return cells.stream().filter(cell -> !cell.isBlank()).count();
        }
    }

    static DialectTrial of(byte[] sample, CsvDialect dialect) throws IOException {
        var rows = new ArrayList<Row>();
        try (var scanner = new RecordScanner(new ByteArrayInputStream(sample), dialect)) {
            while (rows.size() < ROWS && scanner.next()) {
                if (!scanner.isBlank()) {
                    boolean isBroken = scanner.flaw() != null;
                    rows.add(new Row(scanner.line(), isBroken ? List.of(scanner.text()) : scanner.row(), isBroken));
                }
            }
        }
        return new DialectTrial(dialect, rows);
    }

    private static int usualWidth(List<Row> rows) {
        Map<Integer, Long> widths = rows.stream()
                .filter(row -> !row.isBroken())
                .collect(Collectors.groupingBy(Row::width, Collectors.counting()));
        return widths.entrySet().stream()
                .max(java.util.Comparator.comparingDouble(
                        entry -> (double) entry.getValue() * Math.log(entry.getKey() + 0.2)))
                .map(Map.Entry::getKey)
                .orElse(1);
    }

    private boolean isComment(Row row) {
        return !comment.value().isEmpty() && row.cells().getFirst().startsWith(comment.value());
    }

    /** What some lines begin with that have another number of cells than the rows. */
    private static Guess comment(List<Row> rows, int width) {
        for (var mark : COMMENTS) {
            var marked = rows.stream()
                    .filter(row -> row.cells().getFirst().startsWith(mark))
                    .toList();
            long odd = marked.stream().filter(row -> row.width() != width).count();
            if (width > 1 && odd * 2 > marked.size() && marked.size() <= MOST_COMMENTED * rows.size()) {
                return Guess.of(
                        mark,
                        (double) odd / marked.size(),
                        "",
                        marked.size() + (marked.size() == 1 ? " line begins" : " lines begin") + " with it.");
            }
        }
        return Guess.certain("", "No lines stand out as comments.");
    }

    /** How many rows stand before the table: titles and notes, which fill fewer cells than its rows. */
    private int before() {
        int junk = 0;
        while (junk + 1 < rows.size() && isJunk(rows.get(junk))) {
            junk++;
        }
        int narrow = junk;
        while (narrow + 1 < rows.size() && rows.get(narrow).width() < width) {
            narrow++;
        }
        if (narrow > junk && isTable(narrow) && isSurelyHeader(narrow)) {
            return narrow;
        }
        return isTable(junk) ? junk : 0;
    }

    private boolean isTable(int from) {
        return from + 1 < rows.size()
                && rows.get(from).width() == width
                && rows.get(from + 1).width() == width;
    }

    /** What is but a little narrower than the table may be its first row with a cell lost, unless the names follow. */
    private boolean isSurelyHeader(int at) {
        var header = HeaderEvidence.of(
                rows.subList(at, rows.size()).stream().map(Row::cells).toList());
        return Boolean.parseBoolean(header.value()) && header.confidence().value() > SURE;
    }

    private boolean isJunk(Row row) {
        if (row.width() == width) {
            return width > 2 && row.filled() * 3 <= width && !isUsualFill(row);
        }
        return width > 1 && row.width() <= Math.max(1, width / 2);
    }

    /** Whether the rows below are as empty. */
    private boolean isUsualFill(Row row) {
        long asEmpty =
                rows.stream().filter(other -> other.filled() <= row.filled()).count();
        return asEmpty * 2 > rows.size();
    }

    CsvDialect dialect() {
        return dialect;
    }

    Guess comment() {
        return comment;
    }

    Guess skippedLines() {
        if (fromFirst.size() == rows.size()) {
            return Guess.certain("0", "The first row is like those below.");
        }
        return Guess.of(
                String.valueOf(fromFirst.getFirst().line() - 1),
                0.9,
                "0",
                "What stands before has fewer values than the rows of the table.");
    }

    /** The cells of the rows from the first of the table on; a broken row is one cell. */
    List<List<String>> table() {
        return fromFirst.stream().map(Row::cells).toList();
    }

    double score() {
        var regular = fromFirst.stream().filter(row -> row.width() == width).toList();
        if (regular.isEmpty()) {
            return 0;
        }
        double values = 1 - OF_VALUES + OF_VALUES * valueShare(regular);
        if (width < 2) {
            return ONE_COLUMN * values;
        }
        double share = regular.size() / (rows.size() + OF_COMMENT * commented());
        return Math.pow(share, 3) * (width - 1) / width * values;
    }

    private double commented() {
        return comment.value().isEmpty() ? 0 : 1;
    }

    /** The part of the cells that look like one value: empty, a number, a date, a word or a name, and not a list of them. */
    private double valueShare(List<Row> regular) {
        return regular.stream()
                .flatMap(row -> row.cells().stream())
                .mapToDouble(this::valueOf)
                .average()
                .orElse(0);
    }

    private double valueOf(String cell) {
        var value = cell.strip();
        if (WRAPPED.matcher(value).matches()) {
            return 0;
        }
        if (value.isEmpty() || ValueShape.isData(value)) {
            return 1;
        }
        if (dialect.delimiter().equals(CsvDialect.BLANKS)) {
            // Any sentence is words with blanks between them; only figures tell columns.
            return 0;
        }
        return PLAIN.matcher(value).matches() || value.length() > LONG_TEXT ? 1 : LIST_OF_VALUES;
    }
}
