package corymb.ui.clusters;

import corymb.preparation.Step;
import corymb.stats.Scaling;
import corymb.ui.session.PreparationWords;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;

/** The controls of what can be said of one step of a preparation but for its columns. */
final class StepFields {
    private static final double MOST_PULLED_IN = 0.49;
    private static final int MOST_VALUES = 1_000;
    private static final int MOST_FOLDS = 100;

    private final PreparationDraft draft;
    private final int place;

    StepFields(PreparationDraft draft, int place) {
        this.draft = draft;
        this.place = place;
    }

    private List<String> columns() {
        return draft.at(place).columns();
    }

    private void put(Step step) {
        draft.put(place, step);
    }

    /** @param numbers the features that are numbers */
    List<Node> of(List<FeatureChoice> numbers) {
        return switch (draft.at(place)) {
            case Step.Impute impute ->
                List.of(StepControls.choice(
                        "prepare.fill",
                        Arrays.asList(Step.Fill.values()),
                        impute.fill(),
                        PreparationWords::name,
                        fill -> put(new Step.Impute(columns(), fill))));
            case Step.Transform transform ->
                List.of(StepControls.choice(
                        "prepare.curve",
                        Arrays.asList(Step.Curve.values()),
                        transform.curve(),
                        PreparationWords::name,
                        curve -> put(new Step.Transform(columns(), curve))));
            case Step.Scale scale ->
                List.of(StepControls.choice(
                        "clusters.scaling",
                        Arrays.asList(Scaling.values()),
                        scale.scaling(),
                        PreparationWords::name,
                        scaling -> put(new Step.Scale(columns(), scaling))));
            case Step.Winsorise ends -> ends(ends);
            case Step.GroupRare rare ->
                List.of(StepControls.percent(
                        "prepare.rarer",
                        new StepControls.Bounded(rare.share(), 0, 1),
                        share -> put(new Step.GroupRare(columns(), share)),
                        marked("rarer")));
            case Step.OneHot oneHot ->
                List.of(StepControls.whole(
                        "prepare.mostValues",
                        new StepControls.Whole(oneHot.most(), 1, MOST_VALUES),
                        most -> put(new Step.OneHot(columns(), most))));
            case Step.EncodeFrequency _ -> List.of();
            case Step.EncodeTarget mean -> target(mean, numbers);
            case Step.DropConstant constant ->
                List.of(StepControls.number(
                        "prepare.variance",
                        new StepControls.Bounded(constant.variance(), 0, StepControls.LARGEST),
                        variance -> put(new Step.DropConstant(columns(), variance)),
                        marked("variance")));
            case Step.DropCorrelated correlated ->
                List.of(StepControls.number(
                        "prepare.correlation",
                        new StepControls.Bounded(correlated.most(), Double.MIN_VALUE, 1),
                        most -> put(new Step.DropCorrelated(columns(), most)),
                        marked("correlation")));
            case Step.Components components ->
                List.of(StepControls.whole(
                        "prepare.directions",
                        new StepControls.Whole(components.count(), 1, MOST_VALUES),
                        count -> put(new Step.Components(columns(), count))));
        };
    }

    private List<Node> ends(Step.Winsorise ends) {
        var low = new SimpleDoubleProperty(ends.low());
        var high = new SimpleDoubleProperty(1 - ends.high());
        Runnable put = () -> put(new Step.Winsorise(columns(), low.get(), 1 - high.get()));
        low.subscribe(put);
        high.subscribe(put);
        return List.of(
                StepControls.percent("prepare.lowest", pulledIn(low.get()), low::set, marked("lowest")),
                StepControls.percent("prepare.highest", pulledIn(high.get()), high::set, marked("highest")));
    }

    private static StepControls.Bounded pulledIn(double share) {
        return new StepControls.Bounded(share, 0, MOST_PULLED_IN);
    }

    private Consumer<Boolean> marked(String field) {
        return isWrong -> draft.mark(place + " " + field, isWrong);
    }

    private List<Node> target(Step.EncodeTarget mean, List<FeatureChoice> numbers) {
        var target = new SimpleObjectProperty<>(mean.target());
        var smoothing = new SimpleDoubleProperty(mean.smoothing());
        var folds = new SimpleIntegerProperty(mean.folds());
        Runnable put = () -> put(
                new Step.EncodeTarget(columns(), target.get(), smoothing.get(), folds.get() == 1 ? 2 : folds.get()));
        target.subscribe(put);
        smoothing.subscribe(put);
        folds.subscribe(put);
        return List.of(
                StepControls.choice(
                        "prepare.target",
                        numbers.stream().map(choice -> choice.feature().name()).toList(),
                        target.get(),
                        name -> title(name, numbers),
                        target::set),
                StepControls.number(
                        "prepare.smoothing",
                        new StepControls.Bounded(smoothing.get(), 0, StepControls.LARGEST),
                        smoothing::set,
                        marked("smoothing")),
                StepControls.whole("prepare.folds", new StepControls.Whole(folds.get(), 0, MOST_FOLDS), folds::set));
    }

    private static String title(String name, List<FeatureChoice> numbers) {
        return numbers.stream()
                .filter(choice -> choice.feature().name().equals(name))
                .map(choice -> choice.word().title())
                .findFirst()
                .orElse(name);
    }
}
