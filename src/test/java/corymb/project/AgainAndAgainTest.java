package corymb.project;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.importing.FileDetection;
import corymb.importing.ImportPlan;
import corymb.importing.MappingProposal;
import corymb.importing.Mode;
import corymb.importing.Role;
import corymb.sql.Sql;
import corymb.store.SqliteProjectFiles;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports into the same source in a real project file: undone, redone, taken out, and there after opening. */
class AgainAndAgainTest {
    private final SqliteProjectFiles files = new SqliteProjectFiles(FilledProject.CLOCK);

    @TempDir
    private Path folder;

    private void take(ProjectFile file, String text, Mode mode) {
        var plan = plan(text);
        new Journey(file, FilledProject.CLOCK)
                .take((steps, progress) -> steps.importFile(plan, mode, progress), Progress.NONE);
    }

    private ImportPlan plan(String text) {
        try {
            var path = Files.writeString(folder.resolve("goods.csv"), text);
            var detected = FileDetection.detect(path, Progress.NONE);
            return ImportPlan.of("goods", Role.ITEMS, detected, MappingProposal.propose(detected, Role.ITEMS));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String titles(ProjectFile file) {
        var data =
                file.history().present().source("goods").orElseThrow().value().data();
        var table = file.engine()
                .table(Sql.of("select string_agg(title, ' ') as titles from " + data.quoted()), Progress.NONE);
        return table.text(0, "titles");
    }

    private static void assess(ProjectFile file) {
        new Journey(file, FilledProject.CLOCK).take(Journey::assessQuality, Progress.NONE);
    }

    private static void assertShowsAll(ProjectFile file, List<String> states) {
        for (var state : states.reversed()) {
            assertThat(titles(file)).isEqualTo(state);
            file.undo(Progress.NONE);
        }
        assertThat(file.history().present().sources()).isEmpty();
        for (var state : states) {
            file.redo(Progress.NONE);
            assertThat(titles(file)).isEqualTo(state);
        }
    }

    @Test
    void everyStateComesBackByUndoRedoAndOpening() {
        var states = List.of("apple beer", "apple beer cake", "beer cake pie date");
        try (var file = files.create(folder.resolve("shop.corymb"))) {
            take(file, "item_id,title\na,apple\nb,beer\n", Mode.REPLACE);
            take(file, "item_id,title\nb,beer\nc,cake\n", Mode.APPEND);
            take(file, "item_id,title\na,pie\nd,date\n", new Mode.Upsert(List.of("item_id")));
            assertThat(titles(file)).isEqualTo(states.get(2));
            var journey = new Journey(file, FilledProject.CLOCK);
            journey.take((steps, progress) -> steps.removeImport("goods", 2, progress), Progress.NONE);
        }
        try (var file = files.open(folder.resolve("shop.corymb"), Progress.NONE)) {
            var now = titles(file);
            assertThat(now).isEqualTo("beer pie date");
            assertShowsAll(file, List.of(states.get(0), states.get(1), states.get(2), now));
        }
        assertThat(files.check(folder.resolve("shop.corymb"), Progress.NONE)).isEmpty();
        try (var file = files.open(folder.resolve("shop.corymb"), Progress.NONE)) {
            file.undo(Progress.NONE);
            file.undo(Progress.NONE);
            file.compact(Progress.NONE);
        }
        try (var file = files.open(folder.resolve("shop.corymb"), Progress.NONE)) {
            assertThat(titles(file)).isEqualTo("apple beer cake");
        }
    }

    @Test
    void whatRestsOnASourceIsStaleAfterEachImportAndRemoval() {
        try (var file = files.create(folder.resolve("shop.corymb"))) {
            take(file, "item_id,title\na,apple\n", Mode.REPLACE);
            assess(file);
            assertThat(Lineage.stale(file.history().present())).isEmpty();
            take(file, "item_id,title\nb,beer\n", Mode.APPEND);
            assertThat(Lineage.stale(file.history().present())).hasSize(1);
            new Journey(file, FilledProject.CLOCK).refresh(Progress.NONE);
            assertThat(file.history()
                            .present()
                            .quality()
                            .orElseThrow()
                            .value()
                            .sources()
                            .getFirst()
                            .rows())
                    .isEqualTo(2);
            new Journey(file, FilledProject.CLOCK)
                    .take((steps, progress) -> steps.removeImport("goods", 1, progress), Progress.NONE);
            assertThat(Lineage.stale(file.history().present())).hasSize(1);
        }
    }
}
