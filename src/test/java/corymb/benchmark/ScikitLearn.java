package corymb.benchmark;

import corymb.table.Matrix;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The same sweep of k-means and the same kernels by scikit-learn, where a Python that has it is installed. */
final class ScikitLearn {
    private static final int SAMPLED_ROWS = 10_000;

    /**
     * What it found.
     *
     * @param sweep the time of the work alone, without starting Python and reading the rows
     * @param inertias one for each number of clusters, or the figure of a kernel
     */
    record Result(Figure sweep, List<Double> inertias) {}

    private ScikitLearn() {}

    static Optional<Result> sweep(Matrix rows, int starts) throws IOException, InterruptedException {
        return run("sweep.py", rows, Integer.toString(starts), Integer.toString(SAMPLED_ROWS));
    }

    /** One kernel with its parameter; the inertias are the one figure of its result. */
    static Optional<Result> kernel(Matrix rows, String kernel, double parameter, int runs)
            throws IOException, InterruptedException {
        return run("kernels.py", rows, kernel, Double.toString(parameter), Integer.toString(runs));
    }

    private static Optional<Result> run(String program, Matrix rows, String... arguments)
            throws IOException, InterruptedException {
        for (var python : List.of("python3", "/usr/bin/python3")) {
            if (isAbleTo(python)) {
                return Optional.of(run(python, program, rows, arguments));
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

    private static Result run(String python, String program, Matrix rows, String... arguments)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("corymb-scikit-learn-");
        try {
            var script = folder.resolve(program);
            try (var source = Objects.requireNonNull(ScikitLearn.class.getResourceAsStream(program))) {
                Files.copy(source, script);
            }
            var command = new ArrayList<>(List.of(
                    python,
                    script.toString(),
                    write(rows, folder.resolve("rows")).toString(),
                    Integer.toString(rows.columnCount())));
            command.addAll(List.of(arguments));
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (process.waitFor() != 0) {
                throw new IOException("scikit-learn did not finish " + program);
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
