package corymb.clustering;

import static org.junit.jupiter.api.Assumptions.abort;

import corymb.table.Matrix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Data sets with known answers, read from beside the checkout; a test that needs an absent one is skipped and says so. */
public final class BenchmarkSets {
    private static final Path FOLDER = Path.of("..", "shared", "data");

    private BenchmarkSets() {}

    /** The lines of a CSV file after its header, split at commas. */
    static List<List<String>> lines(String file) {
        var path = FOLDER.resolve(file);
        if (!Files.exists(path)) {
            abort("Skipped: there is no " + path.toAbsolutePath().normalize());
        }
        try {
            return Files.readAllLines(path).stream()
                    .skip(1)
                    .map(line -> Arrays.asList(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The columns from {@code from} to before {@code to} as numbers. */
    static Matrix matrix(List<List<String>> lines, int from, int to) {
        var values = lines.stream()
                .flatMap(line -> line.subList(from, to).stream())
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Matrix(Mixture.names(to - from), values);
    }

    /** The features and the true groups of one clustering benchmark, whose last column is the group from 1. */
    public static Labelled labelled(String name) {
        var lines = lines("clustering-benchmarks/" + name + ".csv");
        int last = lines.getFirst().size() - 1;
        var labels = lines.stream()
                .mapToInt(line -> Integer.parseInt(line.get(last)) - 1)
                .toArray();
        int groups = Arrays.stream(labels).max().orElse(0) + 1;
        return new Labelled(matrix(lines, 0, last), new Assignments(groups, labels));
    }

    /** Rows and their true groups. */
    public record Labelled(Matrix rows, Assignments truth) {}
}
