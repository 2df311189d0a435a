package corymb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import corymb.Main;
import corymb.project.FilledProject;
import corymb.stats.Seed;
import corymb.work.Failure;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a project when another process that had it open is killed, stopped, or still there. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class KilledProcessTest {
    private static final int KILLS = 5;

    private final SqliteProjectFiles files = new SqliteProjectFiles(Clock.systemUTC());

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    private Path path = Path.of("");

    @BeforeEach
    void makeAProject() throws IOException {
        path = FilledProject.stored(folder);
        orders(3);
    }

    private Path orders(int thousands) throws IOException {
        var thousand = IntStream.range(0, 1_000)
                .mapToObj(i -> "C%04d,2026-01-%02dT10:00:00Z,purchase,I%d,%d.50\n"
                        .formatted(i % 300, 1 + i % 28, i % 7, 5 + i % 90))
                .collect(Collectors.joining());
        return Files.writeString(
                folder.resolve("orders.csv"),
                "customer_id,timestamp,type,item_id,value\n" + thousand.repeat(thousands));
    }

    @Test
    void aKilledProcessLeavesTheProjectAtAWholeStep() throws IOException {
        var random = new Seed(11).derive("moments").generator();
        for (int kill = 0; kill < KILLS; kill++) {
            int last = killAfter(random.nextInt(1, 5), random.nextInt(120));
            assertThat(files.check(path, Progress.NONE)).isEmpty();
            try (var file = files.open(path, Progress.NONE)) {
                assertThat(file.heldBy()).isEmpty();
                assertThat(file.history().past().size()).isBetween(last - 1, last + 1);
                file.history()
                        .present()
                        .relations()
                        .forEach(relation -> assertThat(file.engine().relation(relation.name()))
                                .isEqualTo(relation));
            }
            assertThat(OtherProcess.names(folder).stream().filter(name -> !name.contains(".backups")))
                    .containsExactly("orders.csv", "shop.corymb");
        }
        try (var orderly = OtherProcess.start(StepTaker.class, temporary, path, 1)) {
            assertThat(orderly.rest()).hasSize(2);
            assertThat(orderly.status()).isZero();
        }
        assertThat(OtherProcess.names(temporary))
                .as("temporary files of the killed ones")
                .isEmpty();
    }

    /** Lets a process take some steps and begin another, kills it, and gives the number of steps it said were on disk. */
    private int killAfter(int steps, int millis) {
        try (var taker = OtherProcess.start(StepTaker.class, temporary, path, 1_000)) {
            var last = "";
            for (int step = 0; step <= steps; step++) {
                last = taker.line().orElseThrow();
            }
            assertThat(taker.endsWithin(millis)).isFalse();
            taker.kill();
            var rest = taker.rest();
            return Integer.parseInt(rest.isEmpty() ? last : rest.getLast());
        }
    }

    @Test
    void aSecondProcessIsToldWhoHasTheProjectUntilThatOneIsGone() {
        try (var holder = OtherProcess.start(StepTaker.class, temporary, path, 0)) {
            assertThat(holder.line()).isPresent();
            try (var file = files.open(path, Progress.NONE)) {
                assertThat(file.heldBy())
                        .hasValueSatisfying(who -> assertThat(who)
                                .contains(System.getProperty("user.name"), "process " + holder.pid(), "since 20"));
                assertThat(file.history().present().customers()).isPresent();
                assertThatThrownBy(() -> FilledProject.define(file, "mine", "monetary > 1"))
                        .isInstanceOf(Failure.class)
                        .hasMessageContaining("process " + holder.pid());
            }
            holder.kill();
            try (var file = files.open(path, Progress.NONE)) {
                assertThat(file.heldBy()).isEmpty();
                FilledProject.define(file, "mine", "monetary > 1");
            }
        }
        assertThat(OtherProcess.names(folder).stream().filter(name -> !name.contains(".backups")))
                .containsExactly("orders.csv", "shop.corymb");
    }

    /** A process loses its lock when it closes the locked file once, wherever that happens in it. */
    @Test
    void openingItTwiceInOneProcessDoesNotGiveItAwayToAnother() {
        try (var first = files.open(path, Progress.NONE)) {
            files.open(path, Progress.NONE).close();
            try (var other = OtherProcess.start(StepTaker.class, temporary, path, 1)) {
                assertThat(String.join(" ", other.rest()))
                        .contains(
                                "reading only",
                                "process " + ProcessHandle.current().pid());
            }
            FilledProject.define(first, "mine", "monetary > 1");
        }
    }

    @Test
    void anInterruptedImportEndsWith130AndLeavesTheProjectAsItWas() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "Skipped: there is no kill to send an interrupt with");
        assumeFalse(areInterruptsIgnored(), "Skipped: started in the background, where interrupts are ignored");
        var before = Files.readAllBytes(path);
        var orders = orders(2_000);
        try (var importing = OtherProcess.start(
                Main.class, temporary, "import", path, orders, "--as", "events", "--source", "web")) {
            while (OtherProcess.names(temporary).stream().noneMatch(name -> name.contains("import-"))) {
                assertThat(importing.endsWithin(5)).isFalse();
            }
            importing.interrupt();
            assertThat(importing.rest()).contains("Interrupted; the project is as it was before.");
            assertThat(importing.status()).isEqualTo(130);
        }
        assertThat(path).hasBinaryContent(before);
        assertThat(OtherProcess.names(folder)).isEqualTo(List.of("orders.csv", "shop.corymb"));
        assertThat(OtherProcess.names(temporary)).isEmpty();
    }

    /** Whether this program was started without a way to interrupt it, which those it starts inherit. */
    private static boolean areInterruptsIgnored() throws IOException {
        var status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }
}
