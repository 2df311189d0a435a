package corymb.benchmark;

import corymb.importing.FileDetection;
import corymb.importing.ImportPlan;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.rule.RuleParser;
import corymb.segment.Segmentation;
import corymb.stats.Seed;
import corymb.store.SqliteProjectFiles;
import corymb.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Measures the way of 5,000,000 events of 200,000 customers from a CSV file to features and a counted rule. */
public final class PipelineBenchmark {
    private static final int EVENTS = 5_000_000;
    private static final int CUSTOMERS = 200_000;
    private static final int RUNS = 5;
    private static final List<String> TYPES = List.of("view", "view", "view", "view", "search", "cart", "purchase");
    private static final List<String> DEVICES = List.of("desktop", "mobile", "tablet");

    private PipelineBenchmark() {}

    /** Prints a table, one row a figure. */
    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("corymb-benchmark-");
        var csv = writeEvents(folder.resolve("events.csv"), EVENTS);
        System.out.printf(
                Locale.ROOT, "%,d events of %,d customers, %,d bytes of CSV%n", EVENTS, CUSTOMERS, Files.size(csv));
        System.out.println(shell(folder, csv, RUNS).row());
        System.out.println(bestImport(folder, csv).row());
        try (var file = imported(folder, csv, RUNS)) {
            measureRest(file);
        }
        printMemory();
        delete(folder);
    }

    /** Each into a project of its own, of which only one is open at a time. */
    private static Figure bestImport(Path folder, Path csv) throws Exception {
        var figures = new ArrayList<Figure>();
        for (int run = 0; run < RUNS; run++) {
            int number = run;
            var made = new ArrayList<ProjectFile>();
            figures.add(Figure.measure(
                    "import of the events into a project, typed, checked, stored",
                    "under twice, aim half of sqlite3's",
                    1,
                    () -> made.add(imported(folder, csv, number))));
            made.getFirst().close();
        }
        return figures.stream().min(Comparator.comparing(Figure::elapsed)).orElseThrow();
    }

    private static void measureRest(ProjectFile file) throws Exception {
        var journey = new Journey(file, Clock.systemUTC());
        System.out.printf(Locale.ROOT, "project file: %,d bytes%n", file.bytes());
        journey.take(Journey::resolveCustomers, Progress.NONE);
        var plan = journey.standardFeatures(Progress.NONE);
        System.out.println(Figure.measure(
                        plan.definitions().size() + " features of " + CUSTOMERS + " customers",
                        "at most 3 s",
                        RUNS,
                        () -> journey.computeFeatures(plan, Progress.NONE))
                .row());
        journey.take((steps, progress) -> steps.computeFeatures(plan, progress), Progress.NONE);
        var rule = RuleParser.require("monetary > 200 and recency_days <= 60 and frequency >= 3");
        System.out.println(Figure.measure(
                        "a rule over them counted",
                        "under 0.15 s",
                        20,
                        () -> Segmentation.count(file.engine(), journey.population(), rule, Progress.NONE))
                .row());
    }

    static ProjectFile imported(Path folder, Path csv, int run) {
        var file = new SqliteProjectFiles(Clock.systemUTC()).create(folder.resolve("run" + run + ".corymb"));
        var detected = FileDetection.detect(csv, Progress.NONE);
        var plan = ImportPlan.of("events", Role.EVENTS, detected, MappingProposal.propose(detected, Role.EVENTS));
        new Journey(file, Clock.systemUTC()).take((steps, progress) -> steps.importFile(plan, progress), Progress.NONE);
        return file;
    }

    static Figure shell(Path folder, Path csv, int runs) throws Exception {
        return Figure.measure("sqlite3 .import of the same file into a bare table", "", runs, () -> {
            var database = folder.resolve("bare.db");
            Files.deleteIfExists(database);
            var process = new ProcessBuilder("sqlite3", database.toString(), ".mode csv", ".import " + csv + " events")
                    .inheritIO()
                    .start();
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("sqlite3 did not import the file");
            }
            return database;
        });
    }

    /** So many events of {@link #CUSTOMERS} customers, in the order of their time. */
    static Path writeEvents(Path file, int events) throws IOException {
        var random = new Seed(1).derive("events").generator();
        long start = Instant.parse("2024-07-01T00:00:00Z").getEpochSecond();
        try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.write("customer_id,timestamp,type,item_id,value,device\n");
            for (int i = 0; i < events; i++) {
                var type = TYPES.get(random.nextInt(TYPES.size()));
                long second = start + (long) (63_072_000.0 * i / events);
                writer.write("C%06d,%s,%s,I%04d,%s,%s%n"
                        .formatted(
                                (int) (CUSTOMERS * Math.pow(random.nextDouble(), 2)),
                                Instant.ofEpochSecond(second),
                                type,
                                random.nextInt(5000),
                                type.equals("purchase") ? 5 + random.nextInt(20000) / 100.0 : "",
                                DEVICES.get(random.nextInt(DEVICES.size()))));
            }
        }
        return file;
    }

    static void printMemory() throws IOException {
        var status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .forEach(System.out::println);
        }
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            files.forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        Files.delete(folder);
    }
}
