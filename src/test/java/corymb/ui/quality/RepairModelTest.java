package corymb.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.chart.ChartSpec;
import corymb.importing.Source;
import corymb.project.Lineage;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairModelTest {
    @TempDir
    private Path folder;

    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);
    private final QualityModel quality = new QualityModel(session, _ -> {});
    private final RepairModel model = new RepairModel(session, quality);

    @AfterEach
    void close() {
        session.close();
    }

    private void assess(String more) {
        session.show(Shop.create(folder, more));
        quality.assess();
    }

    private Rejects shown() {
        return model.shownProperty().get().orElseThrow();
    }

    private Source source() {
        return session.project().source("customers").orElseThrow().value();
    }

    @Test
    void rowsAreShownByReasonAndAllAgain() {
        assess("7,x@example.org,DE,50,60,70\n");
        var bars = (ChartSpec.RankedBars) shown().reasons();
        assertThat(bars.marks()).hasSize(2);
        assertThat(shown().table().rows()).hasSize(2);
        model.chooseReason(bars.marks().getFirst().key());
        assertThat(shown().all()).isEqualTo(1);
        assertThat(shown().table().rows()).hasSize(1);
        model.chooseReason(bars.marks().getFirst().key());
        assertThat(shown().table().rows()).hasSize(2);
    }

    @Test
    void someRowsAreTakenTheOthersStayWithTheReasonOfToday() {
        assess("7,x@example.org,DE,50,60,70\n");
        assertThat(shown().table().headers())
                .containsExactly("id", "email", "country", "age", "Too many 1", "Too many 2");
        var lines = shown().table().rows().stream().map(row -> row.line()).toList();
        assertThat(lines).containsExactlyInAnyOrder(7L, 8L);
        int broken = lines.indexOf(8L);
        model.change(broken, List.of("7", "x@example.org", "DE", "50", "", ""));
        model.change(1 - broken, List.of("", "", "AT", "46", "", ""));
        assertThat(model.repairedProperty().get()).isEqualTo(2);
        model.take();
        assertThat(source().accepted()).isEqualTo(6);
        assertThat(source().rejected()).isEqualTo(1);
        assertThat(source().accepted() + source().rejected() + source().duplicates())
                .isEqualTo(source().rows());
        assertThat(model.takenProperty().get().orElseThrow().taken()).isEqualTo(1);
        assertThat(model.repairedProperty().get()).isZero();
        assertThat(shown().table().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).containsExactly("", "", "AT", "46"));
    }

    @Test
    void repairsAreThereAgainWhenTheirTakingIsUndone() {
        assess("");
        model.change(0, List.of("6", "sue@example.org", "DE", "46"));
        model.take();
        assertThat(model.shownProperty().get()).isEmpty();
        model.undo();
        assertThat(source().rejected()).isEqualTo(1);
        assertThat(model.repairedProperty().get()).isEqualTo(1);
        assertThat(model.repaired(shown().table().rows().getFirst()).cells())
                .containsExactly("6", "sue@example.org", "DE", "46");
        assertThat(model.takenProperty().get()).isEmpty();
        model.forget();
        assertThat(model.repairedProperty().get()).isZero();
    }

    @Test
    void takenRowsAreJudgedInTheSameStep() {
        assess("");
        var before = session.project().quality();
        model.change(0, List.of("6", "sue@example.org", "DE", "46"));
        model.take();
        assertThat(Lineage.stale(session.project())).isEmpty();
        assertThat(quality.chosenProperty().getValue().orElseThrow().rows()).isEqualTo(6);
        model.undo();
        assertThat(session.project().quality()).isEqualTo(before);
        assertThat(quality.chosenProperty().getValue().orElseThrow().rows()).isEqualTo(5);
    }

    @Test
    void aRowMadeWhatItWasIsNotRepaired() {
        assess("");
        model.change(0, List.of("6", "", "DE", "46"));
        model.change(0, List.of("", "", "DE", "46"));
        assertThat(model.repairedProperty().get()).isZero();
    }

    @Test
    void repairsStayWhileThePersonTurnsThePages() {
        assess(",,AT,1\n".repeat(RepairModel.PAGE));
        assertThat(shown().all()).isEqualTo(RepairModel.PAGE + 1L);
        assertThat(shown().table().rows()).hasSize(RepairModel.PAGE);
        model.change(0, List.of("6", "sue@example.org", "DE", "46"));
        model.turn(1);
        assertThat(shown().table().rows()).hasSize(1);
        model.change(0, List.of("7", "tom@example.org", "DE", "46"));
        model.turn(-1);
        assertThat(model.repairedProperty().get()).isEqualTo(2);
        assertThat(model.repaired(shown().table().rows().getFirst()).cells()).startsWith("6");
        model.take();
        assertThat(source().accepted()).isEqualTo(7);
        assertThat(source().rejected()).isEqualTo(RepairModel.PAGE - 1L);
    }
}
