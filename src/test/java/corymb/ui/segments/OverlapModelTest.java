package corymb.ui.segments;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.chart.ChartSpec;
import corymb.project.FilledProject;
import corymb.rule.RuleText;
import corymb.segment.Intersections.Counting;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.session.Session;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlapModelTest {
    private final Session session = new Session(new DirectJobRunner(), FilledProject.CLOCK);

    @TempDir
    private Path folder;

    private OverlapModel model;

    @BeforeEach
    void open() {
        var file = FilledProject.create(folder);
        FilledProject.define(file, "Regulars", "frequency >= 5");
        FilledProject.define(file, "Swiss", "country = \"CH\"");
        session.show(file);
        model = new OverlapModel(session);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private ChartSpec.Combination bar(String label) {
        var chart = (ChartSpec.Combinations) model.chartProperty().get().orElseThrow();
        return chart.combinations().stream()
                .filter(bar -> bar.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyBarOpensAsManyAsItSays() {
        // i mod 7 in {5, 6}: 85 of 300; i mod 3 = 2: 100; both: 29.
        assertThat(bar("Only “Swiss”").value()).isEqualTo(71);
        assertThat(bar("“Regulars” and “Swiss”").value()).isEqualTo(29);
        model.countingProperty().set(Counting.INCLUSIVE);
        assertThat(bar("“Swiss”").value()).isEqualTo(100);
        for (var counting : Counting.values()) {
            model.countingProperty().set(counting);
            var chart = (ChartSpec.Combinations) model.chartProperty().get().orElseThrow();
            assertThat(chart.combinations()).hasSize(3).allSatisfy(bar -> {
                model.open(bar.key());
                assertThat(model.people().rowsProperty().get().orElseThrow().rows())
                        .isEqualTo((long) bar.value());
            });
        }
    }

    @Test
    void thePeopleOfABarBecomeASegmentByItsRule() {
        model.open(bar("Only “Regulars”").key());
        assertThat(model.people().shownProperty().get().orElseThrow().name()).isEqualTo("Only Regulars");
        model.people().makeSegment("Regulars abroad", _ -> {});
        var made = session.project().segment("Regulars abroad").orElseThrow().value();
        assertThat(made.count()).isEqualTo(56);
        assertThat(RuleText.of(made.plan().rule())).isEqualTo("in segment \"Regulars\" and not in segment \"Swiss\"");
        assertThat(((ChartSpec.Combinations) model.chartProperty().get().orElseThrow()).sets())
                .hasSize(3);
    }
}
