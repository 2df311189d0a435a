package corymb.store;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.clustering.ClusterMethod;
import corymb.clustering.ClusterPlan;
import corymb.clustering.Counts;
import corymb.project.Change;
import corymb.project.FilledProject;
import corymb.project.History;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.store.SqliteProjectFiles.Rules;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How large a project becomes, and what that keeps. */
class GrowthTest {
    private static final Retention SHORT = new Retention(3, 0);

    @TempDir
    private Path folder;

    private static SqliteProjectFiles files(Retention retention) {
        return new SqliteProjectFiles(FilledProject.CLOCK, new Rules(Schema.newest(), retention));
    }

    private ProjectFile open(Retention retention) {
        return files(retention).open(folder.resolve("shop.corymb"), Progress.NONE);
    }

    private static History cluster(ProjectFile file, long seed) {
        var plan = new ClusterPlan(
                List.of("monetary", "frequency"),
                Scaling.STANDARD,
                new ClusterMethod.KMeans(new Counts(2, 3), 1, 50),
                new Seed(seed));
        return new Journey(file, FilledProject.CLOCK)
                .take((steps, progress) -> steps.cluster(plan, progress), Progress.NONE);
    }

    private static long parts(ProjectFile file) throws java.sql.SQLException {
        try (var connection = SqliteConnections.reading(file.path())) {
            return Rows.number(connection, "select count(distinct relation) from part");
        }
    }

    @Test
    void groupsFoundAgainAndAgainDoNotFillTheFile() throws Exception {
        FilledProject.stored(folder);
        try (var file = open(SHORT)) {
            for (int time = 0; time < 5; time++) {
                cluster(file, 1);
            }
            long bytes = file.bytes();
            long parts = parts(file);
            for (int time = 0; time < 20; time++) {
                cluster(file, 1);
            }
            assertThat(file.history().present().clusterings()).hasSize(1);
            assertThat(parts(file)).isEqualTo(parts);
            // What stays of each is its step in the history, about 4 kB.
            assertThat(file.bytes() - bytes).isLessThan(20 * 8_192);
        }
        assertThat(files(SHORT).check(folder.resolve("shop.corymb"), Progress.NONE))
                .isEmpty();
    }

    @Test
    void undoReachesOverTheStepsThatAreKeptAlsoAfterClosing() {
        FilledProject.stored(folder);
        History before;
        try (var file = open(SHORT)) {
            for (int time = 0; time < 6; time++) {
                cluster(file, 1);
            }
            before = file.history();
            assertThat(before.settled()).isEqualTo(before.past().size() - 3);
        }
        try (var file = open(SHORT)) {
            assertThat(file.history().settled()).isEqualTo(before.settled());
            for (int step = 0; step < 3; step++) {
                assertThat(file.undo(Progress.NONE).past())
                        .hasSize(before.past().size() - step - 1);
            }
            var first = file.history();
            assertThat(first.undo()).isEmpty();
            assertThat(file.undo(Progress.NONE)).isEqualTo(first);
            first.present()
                    .relations()
                    .forEach(relation ->
                            assertThat(file.engine().relation(relation.name())).isEqualTo(relation));
            for (int step = 0; step < 3; step++) {
                file.redo(Progress.NONE);
            }
            assertThat(file.history().present().clusterings())
                    .isEqualTo(before.present().clusterings());
        }
    }

    @Test
    void asLongAsThereIsRoomEveryStepCanBeUndone() {
        FilledProject.stored(folder);
        try (var file = open(Retention.USUAL)) {
            for (int seed = 1; seed <= 20; seed++) {
                cluster(file, seed % 4);
            }
            while (file.history().undo().isPresent()) {
                file.undo(Progress.NONE);
            }
            assertThat(file.history().past()).isEmpty();
        }
    }

    @Test
    void aCompactedProjectIsSmallerAndHasForgottenWhatWasUndone() throws Exception {
        var path = folder.resolve("shop.corymb");
        try (var file = FilledProject.create(folder)) {
            FilledProject.define(file, "the undone one", "monetary >= 0");
            file.undo(Progress.NONE);
            for (int seed = 1; seed <= 8; seed++) {
                cluster(file, seed % 2);
            }
            var before = file.history();
            long bytes = file.bytes();
            file.compact(Progress.NONE);
            assertThat(file.bytes()).isLessThan(bytes);
            assertThat(file.history().present()).isEqualTo(before.present());
            assertThat(file.history().changes().map(Change::label))
                    .containsExactlyElementsOf(
                            before.changes().map(Change::label).toList());
            assertThat(file.history().undo()).isEmpty();
            assertThat(parts(file))
                    .isEqualTo(file.history().present().relations().distinct().count());
        }
        assertThat(files(Retention.USUAL).check(path, Progress.NONE)).isEmpty();
        try (var file = open(Retention.USUAL)) {
            FilledProject.define(file, "after", "monetary > 1");
            assertThat(file.undo(Progress.NONE).undo()).isEmpty();
        }
    }
}
