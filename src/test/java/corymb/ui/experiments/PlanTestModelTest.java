package corymb.ui.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.experiment.Effect;
import corymb.experiment.ErrorRates;
import corymb.experiment.PowerAnalysis;
import corymb.experiment.PowerPlan;
import corymb.experiment.SampleSizeFormula;
import corymb.experiment.Study;
import corymb.experiment.Traffic;
import corymb.table.Table;
import corymb.ui.experiments.PlanTestModel.Answer;
import corymb.ui.experiments.PlanTestModel.Measure;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTestModelTest {
    private final PlanTestModel model = new PlanTestModel();

    @Test
    void theAnswerFollowsWhatIsTyped() {
        // (1.959964 + 0.841621)^2 x (0.1 x 0.9 + 0.12 x 0.88) / 0.02^2 = 3838.1 unpooled; with Cohen's h,
        // 2 x (2.801585 / 0.063982)^2 = 3834.6.
        assertThat(model.size().orElseThrow().perVariant()).isEqualTo(3_839);
        model.formula.set(SampleSizeFormula.ARCSINE);
        assertThat(model.size().orElseThrow().perVariant()).isEqualTo(3_835);
        model.effect.unit().set(EffectInput.Unit.RELATIVE);
        model.effect.size().set("20");
        assertThat(model.size().orElseThrow().perVariant()).isEqualTo(3_835);
    }

    @Test
    void daysFollowFromThePeopleWhoComeIn() {
        model.daily.set("1,000");
        assertThat(model.size().orElseThrow().days()).hasValue(8);
        model.daily.set("");
        assertThat(model.size().orElseThrow().days()).isEmpty();
    }

    @Test
    void eachNumberOpensTheRowsItStandsAmong() {
        model.daily.set("1,000");

        model.openEach();
        var sizes = behind().numbers("In each group");
        int planned = IntStream.range(0, behind().rowCount())
                .filter(row -> sizes.get(row) == 3_839)
                .findFirst()
                .orElseThrow();
        assertThat(behind().numbers("Found, %").get(planned)).isEqualTo(80);
        assertThat(behind().numbers("In total").get(planned)).isEqualTo(7_678);

        model.openTotal();
        // Half the change takes about four times as many: (1.959964 + 0.841621)^2 x (0.1 x 0.9 + 0.11 x 0.89) / 0.01^2.
        assertThat(behind().text(0, "Change")).isEqualTo("1 percentage points");
        assertThat(behind().numbers("In total").get(0)).isEqualTo(2 * 14_749);
        assertThat(behind().numbers("In total").get(2)).isEqualTo(7_678);

        model.openDays();
        assertThat(behind().rowCount()).isEqualTo(8);
        assertThat(behind().numbers("Customers so far").get(7)).isEqualTo(8_000);
        assertThat(behind().numbers("Found, %").get(7)).isGreaterThan(80);

        model.daily.set("");
        assertThat(model.behindProperty().get()).isEmpty();
        model.openDays();
        assertThat(model.behindProperty().get()).isEmpty();
    }

    private Table behind() {
        return model.behindProperty().get().orElseThrow().rows().page(0, 100);
    }

    @Test
    void changesThatCannotBeAreLeftOut() {
        model.baseline.set("95");
        model.effect.size().set("4");
        model.openTotal();
        // Half as much again would lead to 101 %.
        assertThat(behind().rowCount()).isEqualTo(3);
    }

    @Test
    void whatIsNoPlanIsToldAtOnce() {
        model.baseline.set("ten");
        assertThat(model.answerProperty().get()).isInstanceOf(Answer.Unclear.class);
        model.baseline.set("99");
        assertThat(model.answerProperty().get()).isInstanceOf(Answer.Unclear.class);
        model.baseline.set("20");
        assertThat(model.answerProperty().get()).isInstanceOf(Answer.Size.class);
    }

    @Test
    void thePeopleThereAreDecideTheSmallestChangeFound() {
        assertThat(model.detectable()).isEmpty();
        model.available.set("3839");
        assertThat(model.detectable()).contains("2 percentage points");
        model.available.set("1");
        assertThat(model.detectable()).contains("at least 2 people");
    }

    @Test
    void aKeptPlanIsShownAsItWasTyped() {
        var plan = new PowerPlan(
                0.07, Effect.relative(0.1), new ErrorRates(0.1, 0.9), new Traffic(3, 250), SampleSizeFormula.POOLED);
        model.show(new Study.PlannedTest("Spring", PowerAnalysis.sampleSize(plan)));
        assertThat(model.size().orElseThrow().plan().traffic()).isEqualTo(plan.traffic());
        assertThat(model.size()).contains(PowerAnalysis.sampleSize(plan));
        assertThat(model.baseline.get()).isEqualTo("7");
        assertThat(model.confidence.get()).isEqualTo("90");
    }

    @Test
    void aValueNeedsItsStandardDeviation() {
        model.measure.set(Measure.VALUE);
        model.mean.set("100");
        model.deviation.set("20");
        model.effect.size().set("10");
        // d = 0.5: 64 a group, Cohen 1988, table 2.3.5, also R power.t.test(delta = 0.5, power = 0.8).
        assertThat(model.size().orElseThrow().perVariant()).isEqualTo(64);
    }
}
