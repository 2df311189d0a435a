package corymb.importing;

import corymb.work.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The columns of a text that stand at the same places of each line. Places are counted in letters, from 0.
 *
 * @param columns in the order of the table
 */
public record FixedWidth(List<FixedColumn> columns) {
    /** Of a text whose columns are set apart by a delimiter. */
    public static final FixedWidth NONE = new FixedWidth(List.of());

    private static final int LONGEST_LINE = 1_000_000;
    private static final Pattern WRITTEN = Pattern.compile("(?s)(.*?):\\s*(-?\\d+)\\s*(?::\\s*(-?\\d*)\\s*)?");

    /** Throws {@link corymb.work.Failure} when columns overlap, are called alike or lie where no line reaches. */
    public FixedWidth {
        columns = List.copyOf(columns);
        columns.forEach(FixedWidth::check);
        checkNames(columns);
        checkOverlap(columns);
        if (columns.size() > RecordScanner.MOST_CELLS) {
            throw wrong("There are more than " + RecordScanner.MOST_CELLS + " columns.", "Leave out some.");
        }
    }

    /**
     * As a person writes it: name:start:length, and so on, the last without a length where it goes on to the end of the line.
     *
     * @throws corymb.work.Failure when it is written otherwise, or makes no sense
     */
    public static FixedWidth of(String words) {
        var columns = new ArrayList<FixedColumn>();
        for (var word : words.split("[,\n]", -1)) {
            if (!word.isBlank()) {
                columns.add(column(word.strip()));
            }
        }
        if (columns.isEmpty()) {
            throw wrong("No columns are named.", "Write name:start:length for each.");
        }
        return new FixedWidth(columns);
    }

    private static FixedColumn column(String word) {
        var parts = WRITTEN.matcher(word);
        if (!parts.matches()) {
            throw wrong(
                    word + " does not say where a column stands.",
                    "Write name:start:length, such as city:18:10 for the ten letters behind the first 18.");
        }
        var length = Optional.ofNullable(parts.group(3)).filter(digits -> !digits.isEmpty());
        return new FixedColumn(
                parts.group(1).strip(),
                number(parts.group(2)),
                length.map(FixedWidth::number).orElse(0));
    }

    /** A whole number; one that is too large for any place is as good as another. */
    static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException _) {
            return digits.startsWith("-") ? -1 : Integer.MAX_VALUE;
        }
    }

    private static void check(FixedColumn column) {
        if (column.start() < 0) {
            throw wrong(column.label() + " begins before the line does.", "Count the letters before it, from 0 on.");
        }
        if (column.length() < 0) {
            throw wrong(column.label() + " has a length below 0.", "Say how many letters its values have at most.");
        }
        if (Math.max(column.start(), column.length()) > LONGEST_LINE) {
            throw wrong(column.label() + " lies where no line reaches.", "Check its start and its length.");
        }
    }

    private static void checkNames(List<FixedColumn> columns) {
        var names = new HashSet<String>();
        for (var column : columns) {
            if (!column.name().isEmpty() && !names.add(column.name())) {
                throw wrong("Two columns are called " + column.name() + ".", "Call one of them otherwise.");
            }
        }
    }

    private static void checkOverlap(List<FixedColumn> columns) {
        var sorted = sorted(columns);
        for (int i = 1; i < sorted.size(); i++) {
            var left = sorted.get(i - 1);
            var right = sorted.get(i);
            if (left.end() > right.start()) {
                throw wrong(
                        right.label() + " begins at " + right.start() + ", within "
                                + left.label().replaceFirst("^T", "t") + ".",
                        "Check their starts and lengths: each letter can belong to one column.");
            }
        }
    }

    private static RuntimeException wrong(String what, String remedy) {
        return new Problem(what, "columns of fixed width", remedy).asFailure();
    }

    static List<FixedColumn> sorted(List<FixedColumn> columns) {
        return columns.stream()
                .sorted(Comparator.comparingInt(FixedColumn::start))
                .toList();
    }

    /** As {@link #of} reads it. */
    public String words() {
        return columns.stream().map(FixedColumn::words).collect(Collectors.joining(", "));
    }

    public boolean isEmpty() {
        return columns.isEmpty();
    }

    /** Whether the first row need not say what the columns are called. */
    public boolean isNamed() {
        return columns.stream().noneMatch(column -> column.name().isEmpty());
    }

    /** What the columns are called, where a header may say it. */
    List<String> names(List<String> header) {
        var names = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            var name = columns.get(i).name();
            names.add(name.isEmpty() && i < header.size() ? header.get(i) : name);
        }
        return FileDetection.uniqueNames(names);
    }

    /** Throws the problem of a column that begins behind the end of every line of a whole file. */
    void requireWithin(int longestLine) {
        columns.stream()
                .filter(column -> column.start() >= longestLine)
                .findFirst()
                .ifPresent(column -> {
                    throw wrong(
                            column.label() + " begins at " + column.start() + ", but the longest line has "
                                    + longestLine + " letters.",
                            "Check its start, or leave it out.");
                });
    }
}
