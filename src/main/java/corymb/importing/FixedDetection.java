package corymb.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds columns of fixed width by the places that are blank in nearly all lines.
 *
 * <p>Assumes: at least two columns and three lines, in half of which two blanks stand side by side: what is padded to a width.
 * Cost: one look at each letter of the first lines.
 */
final class FixedDetection {
    private static final int LINES = 400;
    private static final int LEAST_LINES = 3;
    /** From so many on the first may be a header that is wider than its columns. */
    private static final int HEADED_LINES = 5;

    private static final int LONGEST = 20_000;
    private static final double FEW = 0.02;
    private static final double NEARLY_ALL = 0.9;

    private final List<int[]> lines;
    private final int width;

    /** The letters from {@code from} to before {@code to}, which are blank in few lines. */
    private record Run(int from, int to) {}

    private FixedDetection(List<int[]> lines) {
        this.lines = lines;
        this.width = lines.stream().mapToInt(line -> line.length).max().orElse(0);
    }

    /** The columns of a text; none where nothing tells of any. */
    static FixedWidth of(String text) {
        var lines = lines(text);
        long padded = lines.stream()
                .filter(line -> new String(line, 0, line.length).strip().contains("  "))
                .count();
        var found = new FixedDetection(lines.size() < HEADED_LINES ? lines : lines.subList(1, lines.size()));
        boolean isPadded = lines.size() >= LEAST_LINES && padded * 2 >= lines.size() && found.width <= LONGEST;
        return isPadded ? found.columns() : FixedWidth.NONE;
    }

    /** The dialect with the columns that are found in the file, one for all where none are, as a person has asked for some. */
    static CsvDialect proposed(Path file, CsvDialect asked) throws IOException {
        var sample = sample(file, asked);
        var found = of(new String(sample, StandardCharsets.UTF_8));
        var places = found.isEmpty() ? new FixedWidth(List.of(new FixedColumn("", 0, 0))) : found;
        return headed(sample, asked.withFixed(places));
    }

    /**
     * The dialect with the columns that a person has named.
     *
     * @throws corymb.work.Failure when one begins behind the end of every line
     */
    static CsvDialect placed(Path file, CsvDialect before, FixedWidth places) throws IOException {
        var sample = sample(file, before);
        if (sample.length < DialectDetection.SAMPLE) {
            places.requireWithin(new String(sample, StandardCharsets.UTF_8)
                    .lines()
                    .mapToInt(line -> line.codePointCount(0, line.length()))
                    .max()
                    .orElse(0));
        }
        var dialect = before.withFixed(places);
        return before.isFixed() || places.isNamed() ? dialect : headed(sample, dialect);
    }

    private static byte[] sample(Path file, CsvDialect dialect) throws IOException {
        try (var input = TextInput.of(Files.newInputStream(file), dialect.encoding())) {
            return DialectDetection.sample(input);
        }
    }

    /** Where a first row is likely to name the columns. What stands before tables with delimiters does not count. */
    private static CsvDialect headed(byte[] sample, CsvDialect dialect) throws IOException {
        var trial = DialectTrial.of(
                sample, dialect.withHeader(false).withSkippedLines(0).withComment(""));
        return trial.dialect()
                .withHeader(
                        Boolean.parseBoolean(HeaderEvidence.of(trial.table()).value()));
    }

    private static List<int[]> lines(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .limit(LINES)
                .map(line -> line.stripTrailing().codePoints().toArray())
                .toList();
    }

    private FixedWidth columns() {
        var runs = runs();
        if (runs.size() < 2) {
            return FixedWidth.NONE;
        }
        var starts = IntStream.range(0, runs.size())
                .map(i -> i == 0 ? 0 : isLeftAligned(runs.get(i)) ? runs.get(i).from : runs.get(i - 1).to)
                .toArray();
        return new FixedWidth(IntStream.range(0, starts.length)
                .mapToObj(i -> new FixedColumn("", starts[i], i + 1 < starts.length ? starts[i + 1] - starts[i] : 0))
                .toList());
    }

    private List<Run> runs() {
        var filled = new int[width + 1];
        lines.forEach(line ->
                IntStream.range(0, line.length).filter(i -> line[i] != ' ').forEach(i -> filled[i]++));
        int few = (int) (FEW * lines.size());
        var runs = new ArrayList<Run>();
        int from = -1;
        for (int i = 0; i <= width; i++) {
            if (filled[i] > few && from < 0) {
                from = i;
            } else if (filled[i] <= few && from >= 0) {
                add(new Run(from, i), runs);
                from = -1;
            }
        }
        return runs;
    }

    /** A second word that few values have stands one blank behind the first: it is no column. */
    private void add(Run run, List<Run> runs) {
        boolean isNear = !runs.isEmpty() && run.from - runs.getLast().to == 1;
        if (isNear && filled(run) * 2 < lines.size()) {
            runs.add(new Run(runs.removeLast().from, run.to));
        } else {
            runs.add(run);
        }
    }

    /** Whether its values begin at its first letter, so that the blanks before it belong to the column on the left. */
    private boolean isLeftAligned(Run run) {
        long atFirst = lines.stream()
                .filter(line -> run.from < line.length && line[run.from] != ' ')
                .count();
        return atFirst >= NEARLY_ALL * filled(run);
    }

    /** How many lines have letters there. */
    private long filled(Run run) {
        return lines.stream()
                .filter(line ->
                        IntStream.range(run.from, Math.min(run.to, line.length)).anyMatch(i -> line[i] != ' '))
                .count();
    }
}
