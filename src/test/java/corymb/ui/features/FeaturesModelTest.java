package corymb.ui.features;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.chart.ChartSpec;
import corymb.project.Journey;
import corymb.ui.features.FeaturesModel.Stage;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesModelTest {
    @TempDir
    private Path folder;

    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);
    private final List<String> visited = new ArrayList<>();

    @AfterEach
    void close() {
        session.close();
    }

    private FeaturesModel ready() {
        session.show(SampleProject.create(folder, 200));
        session.take("", Journey::resolveCustomers, _ -> {});
        return new FeaturesModel(session, visited::add);
    }

    @Test
    void withoutCustomersTheStepBeforeIsOneClickAway() {
        session.show(SampleProject.empty(folder));
        var model = new FeaturesModel(session, visited::add);
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NO_CUSTOMERS);
        model.goToCustomers();
        assertThat(visited).containsExactly("customers");
    }

    @Test
    void whatTheDataAllowsIsOfferedAndComputed() {
        var model = ready();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.READY);
        assertThat(model.types()).contains("purchase", "view");
        assertThat(model.purchaseProperty().get()).isEqualTo("purchase");
        model.computeOrStop();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.COMPUTED);
        var features = model.computedProperty().get().orElseThrow().value();
        assertThat(features.summaries()).hasSameSizeAs(model.definitions());
        assertThat(FeatureCharts.table(features.summaries()).rowCount())
                .isEqualTo(features.summaries().size());
    }

    @Test
    void aPersonChoosesDayPurchaseAndFeatures() {
        var model = ready();
        model.definitions()
                .forEach(choice ->
                        choice.chosenProperty().set(choice.definition().name().equals("frequency")));
        model.lastDayProperty().set(Optional.of(LocalDate.of(2026, 1, 31)));
        model.purchaseProperty().set("view");
        model.computeOrStop();
        var plan = model.computedProperty().get().orElseThrow().value().plan();
        assertThat(plan.asOf()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(plan.purchaseType()).isEqualTo("view");
        assertThat(plan.definitions())
                .singleElement()
                .matches(feature -> feature.name().equals("frequency"));
        assertThat(model.scoresProperty().get()).isEmpty();
    }

    @Test
    void withoutADayOrAFeatureNothingIsComputed() {
        var model = ready();
        model.lastDayProperty().set(Optional.empty());
        model.computeOrStop();
        assertThat(model.endedProperty().get()).isInstanceOf(Outcome.Failed.class);
        model.definitions().forEach(choice -> choice.chosenProperty().set(false));
        model.computeOrStop();
        assertThat(model.endedProperty().get()).isInstanceOf(Outcome.Failed.class);
        assertThat(session.project().features()).isEmpty();
    }

    @Test
    void everyFeatureHasAChart() {
        var model = ready();
        model.computeOrStop();
        for (var summary : model.computedProperty().get().orElseThrow().value().summaries()) {
            model.open(summary.name());
            var chart = FeatureCharts.values(model.featureProperty().get().orElseThrow());
            assertThat(chart.caption().finding()).isNotBlank().doesNotContain("NaN");
        }
    }

    @Test
    void theScoresOfAllBuyersAreCounted() {
        var model = ready();
        model.computeOrStop();
        var chart = (ChartSpec.HeatMap)
                FeatureCharts.rfm(model.scoresProperty().get().orElseThrow());
        var scores = model.computedProperty().get().orElseThrow().value().summaries().stream()
                .filter(summary -> summary.name().equals("r_score"))
                .findFirst()
                .orElseThrow();
        long buyers = session.project().features().orElseThrow().value().table().rows() - scores.missing();
        assertThat(Arrays.stream(chart.values().toArray()).sum()).isEqualTo((double) buyers);
        double best = 0;
        for (int frequency = 0; frequency < 5; frequency++) {
            best += chart.values().get(0, frequency);
        }
        assertThat(model.scoredProperty().get().orElseThrow().rows()).isEqualTo((long) best);
    }
}
