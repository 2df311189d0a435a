package corymb.benchmark;

import corymb.store.SqliteProjectFiles;
import corymb.work.Progress;
import java.nio.file.Files;
import java.time.Clock;

/** Measures the memory that 40,000,000 events, 2 GB of CSV, take while they are imported and while their project is open. */
public final class LargeFileBenchmark {
    private static final int EVENTS = 40_000_000;

    private LargeFileBenchmark() {}

    /** Prints one row a figure, each with the largest resident memory of the process so far. */
    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("corymb-benchmark-");
        var csv = PipelineBenchmark.writeEvents(folder.resolve("events.csv"), EVENTS);
        System.out.println(Figure.measure("import of 40,000,000 events", "2 GiB", 1, () -> {
                    PipelineBenchmark.imported(folder, csv, 0).close();
                    return csv;
                })
                .row());
        PipelineBenchmark.printMemory();
        System.out.println(Figure.measure("opening the project", "", 2, () -> {
                    new SqliteProjectFiles(Clock.systemUTC())
                            .open(folder.resolve("run0.corymb"), Progress.NONE)
                            .close();
                    return csv;
                })
                .row());
        PipelineBenchmark.printMemory();
        PipelineBenchmark.delete(folder);
    }
}
