package corymb.benchmark;

import corymb.clustering.Silhouette;
import corymb.table.Matrix;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The same sweep of k-means by scikit-learn, where a Python that has it is installed. */
final class ScikitLearn {
    /**
     * What it found.
     *
     * @param sweep the time of the sweep alone, without starting Python and reading the rows
     * @param inertias one for each number of clusters
     */
    record Result(Figure sweep, List<Double> inertias) {}

    private ScikitLearn() {}

    static Optional<Result> sweep(Matrix rows, int starts) throws IOException, InterruptedException {
        for (var python : List.of("python3", "/usr/bin/python3")) {
            if (isAbleTo(python)) {
                return Optional.of(sweep(python, rows, starts));
            }
        }
        return Optional.empty();
    }

    private static boolean isAbleTo(String python) throws InterruptedException {
        try {
            return new ProcessBuilder(python, "-c", "import sklearn")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private static Result sweep(String python, Matrix rows, int starts) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("corymb-sweep-");
        try {
            var program = folder.resolve("sweep.py");
            try (var source = Objects.requireNonNull(ScikitLearn.class.getResourceAsStream("sweep.py"))) {
                Files.copy(source, program);
            }
            var columns = Integer.toString(rows.columnCount());
            var process = new ProcessBuilder(
                            python,
                            program.toString(),
                            write(rows, folder.resolve("rows")).toString(),
                            columns,
                            Integer.toString(starts),
                            Integer.toString(Silhouette.LIMIT))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (process.waitFor() != 0) {
                throw new IOException("scikit-learn did not finish the sweep");
            }
            var times = lines.getFirst().split(" ", -1);
            return new Result(
                    new Figure("the same by scikit-learn", seconds(times[0]), seconds(times[1]), ""),
                    lines.stream()
                            .skip(1)
                            .map(line -> Double.valueOf(line.split(" ", -1)[0]))
                            .toList());
        } finally {
            PipelineBenchmark.delete(folder);
        }
    }

    private static Duration seconds(String text) {
        return Duration.ofNanos((long) (Double.parseDouble(text) * 1e9));
    }

    private static Path write(Matrix rows, Path file) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (double value : rows.toArray()) {
                out.writeDouble(value);
            }
        }
        return file;
    }
}
