package corymb.benchmark;

import corymb.importing.FileDetection;
import corymb.importing.ImportPlan;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.quality.StatedChecks;
import corymb.stats.Seed;
import corymb.store.SqliteProjectFiles;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Measures how long it takes until a file is known well: imported, profiled in full and held against checks, the ones that the
 * program proposes for it.
 */
public final class QualityBenchmark {
    private static final int EVENTS = 5_000_000;
    private static final int RUNS = 3;
    private static final int ROWS = 200_000;
    private static final int COLUMNS = 30;
    private static final List<String> WORDS = List.of("bronze", "silver", "gold", "platinum", "none");

    private QualityBenchmark() {}

    /** Prints one row a figure; {@code sqlite3} and ours take turns, so that both have the machine as it is. */
    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("corymb-benchmark-");
        var csv = PipelineBenchmark.writeEvents(folder.resolve("events.csv"), EVENTS);
        var checks = proposed(folder, csv);
        var theirs = new ArrayList<Figure>();
        var ours = new ArrayList<Figure>();
        for (int run = 0; run < RUNS; run++) {
            theirs.add(PipelineBenchmark.shell(folder, csv, 1));
            ours.add(known(folder, csv, checks, run));
        }
        print(theirs);
        print(ours);
        Files.delete(csv);
        profileTable(folder);
        PipelineBenchmark.printMemory();
        PipelineBenchmark.delete(folder);
    }

    private static void print(List<Figure> figures) {
        System.out.println(figures.stream()
                .min(Comparator.comparing(Figure::elapsed))
                .orElseThrow()
                .row());
    }

    /** The checks that the program proposes for the file. */
    private static StatedChecks proposed(Path folder, Path csv) throws Exception {
        try (var file = PipelineBenchmark.imported(folder, csv, RUNS)) {
            var journey = new Journey(file, Clock.systemUTC());
            var checks = StatedChecks.NONE;
            for (var proposal : journey.checks().proposed(Progress.NONE)) {
                checks = checks.and(proposal.check());
            }
            return checks;
        }
    }

    /** The checks are there before the file, as they are for the next one of a source. */
    private static Figure known(Path folder, Path csv, StatedChecks checks, int run) throws Exception {
        try (var file = project(folder, "known" + run)) {
            var journey = new Journey(file, Clock.systemUTC());
            journey.take((steps, _) -> steps.checks().state(checks, "Stated"), Progress.NONE);
            return Figure.measure(
                    "the events imported, profiled, held against "
                            + checks.all().size() + " checks",
                    "no more than sqlite3's import",
                    1,
                    () -> {
                        var detected = FileDetection.detect(csv, Progress.NONE);
                        var mapping = MappingProposal.propose(detected, Role.EVENTS);
                        var plan = ImportPlan.of("events", Role.EVENTS, detected, mapping);
                        journey.take((steps, progress) -> steps.importFile(plan, progress), Progress.NONE);
                        return journey.take(Journey::assessQuality, Progress.NONE);
                    });
        }
    }

    private static ProjectFile project(Path folder, String name) {
        return new SqliteProjectFiles(Clock.systemUTC()).create(folder.resolve(name + ".corymb"));
    }

    /** 200,000 customers of thirty columns: ids, names, categories, numbers, days and yes or no, some of them missing. */
    private static void profileTable(Path folder) throws Exception {
        var csv = writeTable(folder.resolve("customers.csv"));
        try (var file = project(folder, "table")) {
            var journey = new Journey(file, Clock.systemUTC());
            var detected = FileDetection.detect(csv, Progress.NONE);
            var mapping = MappingProposal.propose(detected, Role.CUSTOMERS);
            var plan = ImportPlan.of("customers", Role.CUSTOMERS, detected, mapping);
            journey.take((steps, progress) -> steps.importFile(plan, progress), Progress.NONE);
            System.out.println(Figure.measure(
                            String.format(Locale.ROOT, "quality report of %,d rows of %d columns", ROWS, COLUMNS),
                            "under 2 s",
                            RUNS,
                            () -> journey.assessQuality(Progress.NONE))
                    .row());
        }
    }

    private static Path writeTable(Path file) throws IOException {
        var chance = new Seed(1).derive("table").generator();
        try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.write("id,email,given_name,family_name,city,birth_date");
            for (int column = 6; column < COLUMNS; column++) {
                writer.write(",column_" + column);
            }
            writer.write('\n');
            for (int row = 0; row < ROWS; row++) {
                writer.write("C%06d,c%d@example.org,G%d,F%d,City %d,%s"
                        .formatted(
                                row,
                                row,
                                chance.nextInt(2_000),
                                chance.nextInt(20_000),
                                chance.nextInt(500),
                                LocalDate.of(1950, 1, 1).plusDays(chance.nextInt(20_000))));
                for (int column = 6; column < COLUMNS; column++) {
                    writer.write(',');
                    writer.write(cell(column, chance));
                }
                writer.write('\n');
            }
        }
        return file;
    }

    private static String cell(int column, RandomGenerator chance) {
        if (chance.nextInt(20) == 0) {
            return "";
        }
        return switch (column % 6) {
            case 0 -> Integer.toString(chance.nextInt(100));
            case 1 -> Double.toString(chance.nextInt(1_000_000) / 100.0);
            case 2 -> WORDS.get(chance.nextInt(WORDS.size()));
            case 3 -> LocalDate.of(2020, 1, 1).plusDays(chance.nextInt(2_000)).toString();
            case 4 -> Boolean.toString(chance.nextBoolean());
            default -> "text %d of %d".formatted(chance.nextInt(100_000), column);
        };
    }
}
