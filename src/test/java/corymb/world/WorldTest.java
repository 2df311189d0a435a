package corymb.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.stats.Seed;
import corymb.work.Failure;
import corymb.work.JobProgress;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldTest {
    private static final WorldPlan SMALL = new WorldPlan(300, new Seed(7));

    @TempDir
    Path folder;

    @Test
    void theSamePlanGivesTheSameBytes() throws IOException {
        World.write(SMALL, folder.resolve("one"), Progress.NONE);
        World.write(SMALL, folder.resolve("two"), Progress.NONE);
        assertThat(digests(folder.resolve("one"))).hasSize(12).isEqualTo(digests(folder.resolve("two")));
    }

    @Test
    void anotherSeedGivesOtherPeople() throws IOException {
        World.write(SMALL, folder.resolve("one"), Progress.NONE);
        World.write(new WorldPlan(300, new Seed(8)), folder.resolve("two"), Progress.NONE);
        assertThat(digests(folder.resolve("one")).get(CustomerFile.NAME))
                .isNotEqualTo(digests(folder.resolve("two")).get(CustomerFile.NAME));
    }

    @Test
    void theCommittedSampleIsWhatTheGeneratorWrites() throws IOException {
        World.write(WorldPlan.SAMPLE, folder, Progress.NONE);
        var committed = digests(Path.of("sample-data"));
        committed.remove("README.md");
        assertThat(committed).isEqualTo(digests(folder));
    }

    @Test
    void theFilesDoNotDependOnTheStretchesTheyAreWrittenIn() throws IOException {
        writeBehaviour(300, "at once");
        writeBehaviour(40, "in eight stretches");
        for (var file : List.of(BehaviourFiles.WEB, BehaviourFiles.TILL)) {
            assertThat(folder.resolve("in eight stretches").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("at once").resolve(file));
        }
    }

    private void writeBehaviour(int peoplePerStretch, String name) throws IOException {
        var place = Files.createDirectory(folder.resolve(name));
        try (var truth = new Truth(place)) {
            new BehaviourFiles(Setting.of(SMALL), peoplePerStretch).write(place, truth, Progress.NONE);
        }
    }

    @Test
    void aWorldOfOnePersonIsWritten() throws IOException {
        World.write(new WorldPlan(1, new Seed(1)), folder, Progress.NONE);
        assertThat(new WorldFiles(folder).rows("truth/segments.csv")).hasSize(1);
    }

    @Test
    void aWorldWithoutPeopleIsRefused() {
        assertThatThrownBy(() -> new WorldPlan(0, new Seed(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void progressNeverGoesBackAndEndsAtOne() {
        var reports = new ArrayList<Double>();
        World.write(SMALL, folder, listening((fraction, _) -> reports.add(fraction)));
        assertThat(reports).isSorted().endsWith(1.0);
    }

    @Test
    void theWriterStopsWhenAsked() {
        var progress = new JobProgress((_, _) -> {});
        progress.cancel();
        assertThatThrownBy(() -> World.write(SMALL, folder, progress)).isInstanceOf(CancellationException.class);
    }

    @Test
    void aWorldThatIsStoppedHalfwayLeavesNothing() {
        var place = folder.resolve("not there yet");
        assertThatThrownBy(() -> World.write(SMALL, place, stoppingAt(0.5))).isInstanceOf(CancellationException.class);
        assertThat(place).doesNotExist();
    }

    @Test
    void aWorldThatIsStoppedHalfwayLeavesTheOneBeforeAsItWas() throws IOException {
        World.write(SMALL, folder, Progress.NONE);
        var before = digests(folder);
        var other = new WorldPlan(300, new Seed(8));
        for (double moment : new double[] {0.01, 0.3, 0.6, 0.99}) {
            assertThatThrownBy(() -> World.write(other, folder, stoppingAt(moment)))
                    .isInstanceOf(CancellationException.class);
            assertThat(digests(folder)).isEqualTo(before);
        }
        World.write(other, folder, Progress.NONE);
        assertThat(digests(folder)).hasSameSizeAs(before).isNotEqualTo(before);
    }

    /** A job that is cancelled when it has come so far. */
    private static Progress stoppingAt(double moment) {
        return listening((fraction, _) -> {
            if (fraction >= moment) {
                throw new CancellationException();
            }
        });
    }

    @Test
    void aFileInThePlaceOfTheFolderIsToldPlainly() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> World.write(SMALL, file, Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("could not be written");
    }

    /** Listens to the reports as they are made, without the smoothing of a job. */
    private static Progress listening(JobProgress.Listener listener) {
        return new Progress() {
            @Override
            public void report(double fraction, String step) {
                listener.progressed(fraction, step);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }

            @Override
            public Registration whenCancelled(Runnable action) {
                return () -> {};
            }
        };
    }

    private static Map<String, List<Byte>> digests(Path folder) throws IOException {
        var digests = new TreeMap<String, List<Byte>>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                digests.put(folder.relativize(file).toString().replace('\\', '/'), digest(file));
            }
        }
        return digests;
    }

    private static List<Byte> digest(Path file) throws IOException {
        try {
            var octets = new ArrayList<Byte>();
            for (byte octet : java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))) {
                octets.add(octet);
            }
            return octets;
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
