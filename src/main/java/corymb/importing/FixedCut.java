package corymb.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cuts lines into values that stand at the same places of each, and notices what stands between them. */
final class FixedCut {
    private final List<FixedColumn> columns;
    private final List<Gap> gaps = new ArrayList<>();

    /** Letters that belong to no column, with the place of the column before them. */
    private record Gap(int from, int to, int column) {}

    FixedCut(FixedWidth width) {
        this.columns = width.columns();
        int at = 0;
        int before = 0;
        for (var column : FixedWidth.sorted(columns)) {
            gaps.add(new Gap(at, column.start(), before));
            before = columns.indexOf(column);
            at = column.end();
        }
        gaps.add(new Gap(at, Integer.MAX_VALUE, before));
    }

    /** The values of a line without the blanks around them; those behind its end are empty. */
    List<String> cells(String line) {
        boolean isOfChars = isOfChars(line);
        return columns.stream()
                .map(column -> part(line, isOfChars, column.start(), column.end()))
                .toList();
    }

    int size() {
        return columns.size();
    }

    /** Counts a line that holds more than its columns, by the place of the column before that. */
    void count(String line, Map<Integer, Long> lines) {
        boolean isOfChars = isOfChars(line);
        for (var gap : gaps) {
            if (gap.to > gap.from && !part(line, isOfChars, gap.from, gap.to).isEmpty()) {
                lines.merge(gap.column, 1L, Long::sum);
            }
        }
    }

    /** Whether each letter is one of Java's chars. */
    private static boolean isOfChars(String line) {
        return line.chars().noneMatch(letter -> Character.isSurrogate((char) letter));
    }

    private static String part(String line, boolean isOfChars, int from, int to) {
        if (isOfChars) {
            return line.substring(Math.min(from, line.length()), Math.min(to, line.length()))
                    .strip();
        }
        int[] letters = line.codePoints().skip(from).limit((long) to - from).toArray();
        return new String(letters, 0, letters.length).strip();
    }
}
