package corymb.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.Journey;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.Fx;
import corymb.ui.kit.FxTest;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FxTest
class MendModelTest {
    @TempDir
    private Path folder;

    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);

    @AfterEach
    void close() {
        Fx.run(session::close);
    }

    private MendModel mending(String lines, Mending begun) {
        var file = Shop.create(folder, lines);
        new Journey(file, SampleProject.CLOCK).take(Journey::assessQuality, Progress.NONE);
        session.show(file);
        var repairs = new RepairListModel(session, new QualityModel(session, _ -> {}));
        return new MendModel(repairs, repairs.sourceProperty().get().orElseThrow(), begun, Optional.empty());
    }

    private static Mending upper() {
        return Mending.of(MendDraft.empty(MendKind.CASING)
                .with(Ask.COLUMNS, List.of("email"))
                .with(Ask.LETTERS, "UPPER"));
    }

    @Test
    void onlyTheLastOfManyAnswersIsTried() {
        var model = Fx.get(() -> mending("", upper()));
        var tried = new ArrayList<String>();
        Fx.run(() -> {
            model.previewProperty()
                    .addListener((_, _, now) ->
                            now.ifPresent(_ -> tried.add(model.wordsProperty().get())));
            model.answer(Ask.LETTERS, List.of("TITLE"));
            model.answer(Ask.LETTERS, List.of("LOWER"));
        });
        assertThat(Fx.get(() -> model.isCompleteProperty().get())).isFalse();
        Fx.waitUntil(() -> model.isCompleteProperty().get());
        assertThat(tried).singleElement().asString().contains("small letters");
    }

    @Test
    void ofManyRowsSomeAreShownAtOnceAndThenAll() {
        var lines = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            lines.append(1_000 + i).append(",p").append(i).append("@example.org,DE,40\n");
        }
        var told = new ArrayList<String>();
        Fx.run(() -> {
            var model = mending(lines.toString(), upper());
            assertThat(model.toldProperty().get()).isEqualTo("30,005 of 30,005 rows change.");
            model.toldProperty().addListener((_, _, now) -> told.add(now));
            model.choose(MendKind.CASING);
        });
        Fx.waitUntil(() -> told.size() == 3);
        assertThat(told.get(1)).contains("looked at first, of 30,005 in all");
        assertThat(told.getLast()).isEqualTo("30,005 of 30,005 rows change.");
    }
}
