package corymb.ui.segments;

import corymb.chart.ChartSpec;
import corymb.chart.ContrastCharts;
import corymb.chart.ContrastWords;
import corymb.chart.Vocabulary;
import corymb.project.Made;
import corymb.project.Project;
import corymb.segment.Contrast;
import corymb.segment.Contrast.Difference;
import corymb.segment.Contrast.Pair;
import corymb.segment.ContrastPlan;
import corymb.segment.ContrastPlan.Correction;
import corymb.segment.Contrasting;
import corymb.segment.Intersections;
import corymb.segment.Segment;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.ui.kit.Texts;
import corymb.ui.session.Latest;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import corymb.work.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Compares segments with each other and with everybody else. */
public final class CompareModel {
    private final Session session;
    private final ReadOnlyObjectWrapper<List<String>> names = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> features = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Set<String>> leftOut = new ReadOnlyObjectWrapper<>(Set.of());
    private final BooleanProperty rest = new SimpleBooleanProperty();
    private final ObjectProperty<Correction> correction = new SimpleObjectProperty<>(Correction.HOLM);
    private final ReadOnlyObjectWrapper<Optional<Contrast>> contrast = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Pair>> pair = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome<?>> outcome = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());
    private List<Made<Segment>> followed = List.of();
    private final Latest comparing = new Latest();

    public CompareModel(Session session) {
        this.session = session;
        rest.addListener((_, _, _) -> compare());
        correction.addListener((_, _, _) -> compare());
        session.historyProperty().subscribe(history -> follow(history.present()));
    }

    /** The segments that can be compared. */
    ReadOnlyObjectProperty<List<String>> namesProperty() {
        return names.getReadOnlyProperty();
    }

    /** Those that are compared. */
    ReadOnlyObjectProperty<List<String>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The features that segments can be compared on. */
    ReadOnlyObjectProperty<List<String>> featuresProperty() {
        return features.getReadOnlyProperty();
    }

    /** Those that they are not compared on; none at first. */
    ReadOnlyObjectProperty<Set<String>> leftOutProperty() {
        return leftOut.getReadOnlyProperty();
    }

    /** A feature in words. */
    String title(String feature) {
        return words().title(feature);
    }

    /** Takes some features in, or leaves them out. */
    void compareOn(Collection<String> some, boolean isIn) {
        var changed = new HashSet<>(leftOut.get());
        boolean isOther = isIn ? changed.removeAll(new HashSet<>(some)) : changed.addAll(some);
        if (isOther) {
            leftOut.set(Set.copyOf(changed));
            compare();
        }
    }

    /** Whether each is compared with everybody else, too. */
    BooleanProperty restProperty() {
        return rest;
    }

    ObjectProperty<Correction> correctionProperty() {
        return correction;
    }

    /** In what they differ; empty until it is worked out. */
    ReadOnlyObjectProperty<Optional<Contrast>> contrastProperty() {
        return contrast.getReadOnlyProperty();
    }

    /** The two that are looked at. */
    ObjectProperty<Optional<Pair>> pairProperty() {
        return pair;
    }

    ReadOnlyObjectProperty<Outcome<?>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** Takes a segment in, or out again. */
    void choose(String segment, boolean isIn) {
        var changed = new ArrayList<>(chosen.get());
        changed.remove(segment);
        if (isIn) {
            changed.add(segment);
        }
        if (!changed.equals(chosen.get())) {
            chosen.set(List.copyOf(changed));
            compare();
        }
    }

    /** Which two are looked at and what became of those of both; empty before anything is compared. */
    String compared() {
        return pair.get().map(ContrastWords::compared).orElse("");
    }

    Optional<ChartSpec> means() {
        return contrast.get().flatMap(all -> pair.get().flatMap(two -> ContrastCharts.means(all, two, words())));
    }

    Optional<ChartSpec> shares() {
        return contrast.get().flatMap(all -> pair.get().flatMap(two -> ContrastCharts.shares(all, two, words())));
    }

    /** All differences of the two, the largest first. */
    Table table() {
        var rows = contrast.get().flatMap(all -> pair.get().map(all::of)).orElse(List.of());
        var words = words();
        return new Table(List.of(
                texts("compare.feature", rows, each -> words.title(each.feature())),
                texts("compare.values", rows, each -> ContrastWords.values(each.effect())),
                texts("compare.size", rows, each -> ContrastWords.size(each.effect())),
                texts("compare.measure", rows, CompareModel::measure),
                numbers("compare.effect", rows, each -> each.effect().value()),
                numbers("compare.low", rows, each -> each.effect().interval().low()),
                numbers("compare.high", rows, each -> each.effect().interval().high()),
                numbers("compare.pValue", rows, Difference::pValue),
                numbers("compare.adjusted", rows, Difference::adjusted)));
    }

    private static String measure(Difference difference) {
        return Texts.of(
                switch (difference.effect()) {
                    case Contrast.Means _ -> "compare.hedges";
                    case Contrast.Shares _ -> "compare.shares";
                    case Contrast.Levels _ -> "compare.cramer";
                });
    }

    private static TextColumn texts(String key, List<Difference> rows, Function<Difference, String> value) {
        return new TextColumn(Texts.of(key), rows.stream().map(value).toList());
    }

    private static NumberColumn numbers(String key, List<Difference> rows, ToDoubleFunction<Difference> value) {
        return new NumberColumn(
                Texts.of(key),
                ColumnType.DECIMAL,
                rows.stream()
                        .mapToDouble(value)
                        .map(number -> Math.rint(number * 10_000) / 10_000)
                        .toArray());
    }

    private Vocabulary words() {
        return Vocabulary.of(session.project());
    }

    private void follow(Project project) {
        var known = project.population().map(Contrasting::features).orElse(List.of());
        if (project.segments().equals(followed) && known.equals(features.get())) {
            return;
        }
        features.set(known);
        leftOut.set(leftOut.get().stream().filter(known::contains).collect(Collectors.toUnmodifiableSet()));
        followed = project.segments();
        names.set(followed.stream().map(made -> made.value().name()).toList());
        var left = chosen.get().stream().filter(names.get()::contains).toList();
        chosen.set(left.isEmpty() ? names.get().stream().limit(2).toList() : left);
        compare();
    }

    private void compare() {
        comparing.forget();
        if (chosen.get().isEmpty()) {
            show(Optional.empty());
            return;
        }
        var asked = chosen.get();
        if (asked.size() > Intersections.MOST) {
            outcome.set(new Outcome.Failed<>(tooMany()));
            return;
        }
        var on = features.get().stream()
                .filter(feature -> !leftOut.get().contains(feature))
                .toList();
        if (on.isEmpty()) {
            outcome.set(new Outcome.Failed<>(
                    new Problem(Texts.of("compare.noFeature"), "", Texts.of("compare.noFeatureRemedy"))));
            return;
        }
        var plan = new ContrastPlan(
                asked,
                leftOut.get().isEmpty() ? List.of() : on,
                rest.get(),
                correction.get(),
                ContrastPlan.USUAL_CONFIDENCE);
        var journey = session.journey();
        comparing.<Contrast>ask(
                session,
                Texts.of("segments.comparing"),
                (_, progress) -> journey.segments().contrast(plan, progress),
                ended -> {
                    outcome.set(ended);
                    show(ended instanceof Outcome.Done<Contrast>(var found) ? Optional.of(found) : Optional.empty());
                });
    }

    private static Problem tooMany() {
        return new Problem(Texts.of("compare.tooMany"), "", Texts.of("compare.tooManyRemedy"));
    }

    private void show(Optional<Contrast> found) {
        contrast.set(found);
        pair.set(found.map(all -> all.pairs().getFirst()));
    }
}
