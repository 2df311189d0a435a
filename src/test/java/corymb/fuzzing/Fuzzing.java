package corymb.fuzzing;

import com.sun.management.OperatingSystemMXBean;
import corymb.importing.Detected;
import corymb.importing.FileDetection;
import corymb.importing.FileImport;
import corymb.importing.ImportPlan;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.importing.Source;
import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.table.ColumnType;
import corymb.work.Failure;
import corymb.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Imports files that chance has damaged: each gives a table or a clear problem, soon, and never a character that stands for an
 * unreadable one without a word.
 *
 * <p>{@code ./mvnw -q test-compile exec:exec@fuzz -Dseed=1 -Dfiles=10000} prints what came of each kind of damage; it ends
 * with 1 and names the damaged files where anything went wrong. The same seed makes the same files; {@code -Dfirst=5000} begins
 * with that one, and {@code -Dfiles} says how many are tried from there.
 */
public final class Fuzzing {
    private static final Duration SLOW = Duration.ofSeconds(10);
    /** Tests run before the compiler has made the code as fast as it becomes. */
    private static final int COLD = 2;

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static final String REPLACEMENT = "\uFFFD";

    private final Duration most;
    private final Seed seed;
    private final Path folder;
    private final Sound sound;
    private final Map<Mutation, Tally> tallies = new EnumMap<>(Mutation.class);
    private final List<String> failures = new ArrayList<>();

    /** What came of the files of one kind of damage. */
    private static final class Tally {
        private int tables;
        private int problems;
        private Duration longest = Duration.ZERO;
    }

    private Fuzzing(Duration most, Seed seed, Path folder, Sound sound) {
        this.most = most;
        this.seed = seed;
        this.folder = folder;
        this.sound = sound;
    }

    /** Prints a table of the outcomes. */
    public static void main(String[] args) throws IOException {
        var folder = Files.createTempDirectory("corymb-fuzz-");
        int first = Integer.parseInt(args[2]);
        var fuzzing = new Fuzzing(SLOW, new Seed(Long.parseLong(args[0])), folder, Sound.inFolder(folder));
        fuzzing.tryFiles(first, first + Integer.parseInt(args[1]), true);
        System.out.printf("%-22s %8s %9s %10s%n", "damage", "tables", "problems", "longest");
        fuzzing.tallies.forEach((mutation, tally) -> System.out.printf(
                "%-22s %8d %9d %8.2f s%n",
                mutation.name().toLowerCase(java.util.Locale.ROOT),
                tally.tables,
                tally.problems,
                tally.longest.toMillis() / 1e3));
        printMemory();
        System.out.println(fuzzing.failures.size() + " failures");
        fuzzing.failures.forEach(System.out::println);
        if (!fuzzing.failures.isEmpty()) {
            System.exit(1);
        }
    }

    /** The largest resident memory of the process, where the system tells it. */
    private static void printMemory() throws IOException {
        var status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .forEach(System.out::println);
        }
    }

    /** The failures of so many damaged files; a file that failed stays in the folder. */
    static List<String> failures(Seed seed, int files, Path folder) throws IOException {
        var fuzzing = new Fuzzing(SLOW.multipliedBy(COLD), seed, folder, Sound.inFolder(folder));
        fuzzing.tryFiles(0, files, false);
        return fuzzing.failures;
    }

    private void tryFiles(int first, int end, boolean isTold) throws IOException {
        for (int number = first; number < end; number++) {
            tryFile(number);
            if (isTold && (number + 1 - first) % 100 == 0) {
                System.err.println(number + 1 + " of " + end + " files, " + failures.size() + " failures");
            }
        }
    }

    private void tryFile(int number) throws IOException {
        var chance = seed.derive("file " + number).generator();
        var mutation = one(Mutation.values(), number);
        var original = sound.any(mutation.kind(), chance);
        var damaged = folder.resolve(number + "-" + name(original.name(), mutation));
        Files.write(damaged, mutation.applied(original.bytes(), chance));
        var tally = tallies.computeIfAbsent(mutation, _ -> new Tally());
        long start = System.nanoTime();
        long worked = SYSTEM.getProcessCpuTime();
        boolean isSound = take(damaged, chance, tally);
        // Other work on the machine takes time too: it counts only as far as this process has worked.
        var elapsed = Duration.ofNanos(Math.min(System.nanoTime() - start, SYSTEM.getProcessCpuTime() - worked));
        tally.longest = elapsed.compareTo(tally.longest) > 0 ? elapsed : tally.longest;
        if (elapsed.compareTo(most) > 0) {
            failures.add(damaged + " took " + elapsed.toMillis() + " ms");
        } else if (isSound) {
            Files.delete(damaged);
        }
    }

    private static <T> T one(T[] values, int number) {
        return values[number % values.length];
    }

    private static String name(String name, Mutation mutation) {
        return switch (mutation) {
            case DEEP_JSON -> "deep.json";
            case PACKED_BOMB, GZIP_DAMAGED -> name + ".gz";
            case BZIP2_BOMB, BZIP2_DAMAGED -> name + ".bz2";
            case ZIP_DAMAGED -> name + ".zip";
            case Mutation _ -> name;
        };
    }

    /** Mostly what a person would take. */
    private static Role role(Detected detected, RandomGenerator chance) {
        return chance.nextInt(8) > 0 && !detected.likelyRoles().isEmpty()
                ? detected.likelyRoles().getFirst()
                : one(Role.values(), chance.nextInt(Integer.MAX_VALUE));
    }

    /** Whether it gave a table or a clear problem. */
    private boolean take(Path file, RandomGenerator chance, Tally tally) {
        try (var engine = DuckDbEngine.open()) {
            var detected = FileDetection.detect(file, Progress.NONE);
            var role = role(detected, chance);
            var plan = ImportPlan.of("fuzz", role, detected, MappingProposal.propose(detected, role));
            var source = FileImport.run(engine, plan, "fuzz", Progress.NONE);
            tally.tables++;
            return addsUp(source, file) && isReadable(engine, source, file);
        } catch (Failure clear) {
            tally.problems++;
            return isClear(clear, file);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            failures.add(file + ": " + e);
            return false;
        }
    }

    private boolean addsUp(Source source, Path file) {
        boolean holds = source.accepted() + source.rejected() + source.duplicates() == source.rows();
        if (!holds) {
            failures.add(file + ": the rows do not add up");
        }
        return holds;
    }

    private boolean isClear(Failure failure, Path file) {
        var problem = failure.problem();
        boolean isClear = !problem.what().isBlank() && !problem.remedy().isBlank();
        if (!isClear) {
            failures.add(file + ": the problem says too little: " + problem);
        }
        return isClear;
    }

    /** The sound files have no such character, so one in the table was put there by reading, unless chance wrote it. */
    private boolean isReadable(DuckDbEngine engine, Source source, Path file) {
        var texts = source.columns().stream()
                .filter(column -> column.type() == ColumnType.TEXT)
                .map(column -> "contains(" + Sql.name(column.name()) + ", ?)")
                .toList();
        if (texts.isEmpty() || wasThere(file)) {
            return true;
        }
        var any = Sql.of(
                "select count(*) from " + source.data().quoted() + " where " + String.join(" or ", texts),
                texts.stream().map(_ -> REPLACEMENT).toArray());
        boolean isReadable = engine.number(any, Progress.NONE) == 0;
        if (!isReadable) {
            failures.add(file + ": unreadable characters were taken without a word");
        }
        return isReadable;
    }

    private static boolean wasThere(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .contains(new String(REPLACEMENT.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
