package corymb.ui.experiments;

import corymb.chart.ChartSpec;
import corymb.chart.ExperimentCharts;
import corymb.chart.Numbers;
import corymb.experiment.ErrorRates;
import corymb.experiment.MetricPowerPlan;
import corymb.experiment.PowerAnalysis;
import corymb.experiment.PowerPlan;
import corymb.experiment.SampleSize;
import corymb.experiment.SampleSizeFormula;
import corymb.experiment.SizePlan;
import corymb.experiment.Study;
import corymb.experiment.Traffic;
import corymb.project.Journey;
import corymb.ui.kit.NamedRows;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Typed;
import corymb.work.Failure;
import corymb.work.Problem;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** How many people a test needs, answered while the question is typed. */
public final class PlanTestModel {
    /** What is measured. */
    enum Measure {
        RATE,
        VALUE
    }

    final StringProperty name = new SimpleStringProperty(Texts.of("experiments.myTest"));
    final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.RATE);
    final StringProperty baseline = new SimpleStringProperty("10");
    final StringProperty mean = new SimpleStringProperty("50");
    final StringProperty deviation = new SimpleStringProperty("80");
    final EffectInput effect = new EffectInput("2");
    final StringProperty variants = new SimpleStringProperty("2");
    final StringProperty daily = new SimpleStringProperty("500");
    final StringProperty available = new SimpleStringProperty("");
    final StringProperty confidence = new SimpleStringProperty("95");
    final StringProperty power = new SimpleStringProperty("80");
    final ObjectProperty<SampleSizeFormula> formula = new SimpleObjectProperty<>(SampleSizeFormula.UNPOOLED);

    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<NamedRows>> behind = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** What the page can say of what is typed. */
    sealed interface Answer {
        /** So many people. */
        record Size(SampleSize size, ChartSpec curve) implements Answer {}

        /** Not yet a plan, and why. */
        record Unclear(Problem problem) implements Answer {}
    }

    PlanTestModel() {
        var inputs = List.<Observable>of(
                measure,
                baseline,
                mean,
                deviation,
                effect.size(),
                effect.unit(),
                variants,
                daily,
                confidence,
                power,
                formula);
        inputs.forEach(input -> input.addListener(_ -> compute()));
        compute();
    }

    ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** The rows behind the number that was opened. */
    ReadOnlyObjectProperty<Optional<NamedRows>> behindProperty() {
        return behind.getReadOnlyProperty();
    }

    /** Opens the rows behind the number of customers in each group. */
    void openEach() {
        behind.set(size().map(PlanTables::bySize));
    }

    /** Opens the rows behind the number of all customers. */
    void openTotal() {
        behind.set(size().map(size -> PlanTables.byEffect(size, isRate())));
    }

    /** Opens the rows behind the number of days, where it is known how many people come in a day. */
    void openDays() {
        behind.set(size().filter(size -> size.days().isPresent()).map(PlanTables::byDay));
    }

    /** Whether a rate is measured, which changes in percentage points. */
    ObservableValue<Boolean> isRateProperty() {
        return measure.map(chosen -> chosen == Measure.RATE);
    }

    boolean isRate() {
        return isRateProperty().getValue();
    }

    /** The step that keeps the plan. */
    Journey.Step step() {
        var plan = plan();
        var test = Named.required(name.get());
        return (journey, _) -> journey.experiments().plan(test, plan);
    }

    /** The smallest change that the people there are would show, in words; empty while no number of people is typed. */
    String detectable() {
        if (available.get().isBlank()) {
            return "";
        }
        try {
            long people = Typed.whole(available.get(), Texts.of("experiments.available"));
            var least = PowerAnalysis.minimumDetectableEffect(plan(), people);
            return Texts.of(
                    "experiments.detectable",
                    Numbers.local().count(people),
                    Words.effect(least, isRate()),
                    Numbers.local().percent(plan().rates().power()));
        } catch (Failure failure) {
            return failure.problem().line();
        }
    }

    /** Shows a plan that was kept. */
    void show(Study.PlannedTest kept) {
        name.set(kept.name());
        var plan = kept.size().plan();
        switch (plan) {
            case PowerPlan rate -> {
                measure.set(Measure.RATE);
                baseline.set(Words.typed(rate.baseline() * 100));
                formula.set(rate.formula());
            }
            case MetricPowerPlan value -> {
                measure.set(Measure.VALUE);
                mean.set(Words.typed(value.mean()));
                deviation.set(Words.typed(value.standardDeviation()));
            }
        }
        effect.show(plan.effect(), isRate());
        variants.set(String.valueOf(plan.traffic().variants()));
        daily.set(
                plan.traffic().daily() == 0 ? "" : String.valueOf(plan.traffic().daily()));
        confidence.set(Words.typed((1 - plan.rates().alpha()) * 100));
        power.set(Words.typed(plan.rates().power() * 100));
    }

    private void compute() {
        behind.set(Optional.empty());
        try {
            var plan = plan();
            var size = PowerAnalysis.sampleSize(plan);
            answer.set(new Answer.Size(size, ExperimentCharts.power(PowerAnalysis.curve(plan), size)));
        } catch (Failure failure) {
            answer.set(new Answer.Unclear(failure.problem()));
        }
    }

    private SizePlan plan() {
        var rates = new ErrorRates(
                Typed.significance(confidence.get(), Texts.of("experiments.confidence")),
                Typed.percent(power.get(), Texts.of("experiments.power")));
        long people = daily.get().isBlank() ? 0 : Typed.whole(daily.get(), Texts.of("experiments.daily"));
        var traffic = new Traffic(Typed.whole(variants.get(), Texts.of("experiments.variants")), people);
        var change = effect.effect(isRate());
        return switch (measure.get()) {
            case RATE ->
                new PowerPlan(
                        Typed.percent(baseline.get(), Texts.of("experiments.baseline")),
                        change,
                        rates,
                        traffic,
                        formula.get());
            case VALUE ->
                new MetricPowerPlan(
                        Typed.number(mean.get(), Texts.of("experiments.mean")),
                        Typed.number(deviation.get(), Texts.of("experiments.deviation")),
                        change,
                        rates,
                        traffic);
        };
    }

    /** The size, while what is typed is a plan. */
    Optional<SampleSize> size() {
        return answer.get() instanceof Answer.Size(var size, var _) ? Optional.of(size) : Optional.empty();
    }
}
