package corymb.ui.clusters;

import corymb.chart.Numbers;
import corymb.chart.Vocabulary;
import corymb.clustering.Beginning;
import corymb.clustering.ClusterPlan;
import corymb.feature.FeatureMatrix;
import corymb.feature.Features;
import corymb.preparation.PreparationPlan;
import corymb.project.SavedPlans;
import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.ColumnType;
import corymb.ui.clusters.MethodOptions.Kind;
import corymb.ui.kit.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** What a person chooses before groups are looked for. */
public final class ClusterOptions {
    private static final int MOST_OFFERED = 200;
    private static final int MOST_NAMED = 8;
    private static final ClusterPlan USUAL = ClusterPlan.of(List.of("any"));

    private final ObservableList<FeatureChoice> features =
            FXCollections.observableArrayList(choice -> new Observable[] {choice.chosenProperty()});
    private final ObjectProperty<Scaling> scaling = new SimpleObjectProperty<>(USUAL.scaling());
    private final ObjectProperty<PreparationPlan> preparation = new SimpleObjectProperty<>(PreparationPlan.USUAL);
    private final ObjectProperty<SavedPlans<PreparationPlan>> saved = new SimpleObjectProperty<>(SavedPlans.none());
    private final MethodOptions method = new MethodOptions();
    private final ObjectProperty<Beginning> beginning = new SimpleObjectProperty<>(Beginning.NONE);
    private final ObjectProperty<Optional<Beginning>> groups = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> weight = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> within = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<String> segments = FXCollections.observableArrayList();
    private final IntegerProperty seed =
            new SimpleIntegerProperty(Math.toIntExact(USUAL.seed().value()));

    /** Undoes that just as many groups are looked for as are begun from. */
    private Runnable asManyAsBefore = () -> {};

    private boolean isFollowing = true;
    private boolean isSuiting;

    ClusterOptions() {
        features.addListener((ListChangeListener<FeatureChoice>) _ -> suit());
        preparation.addListener((_, _, _) -> suit());
        beginning.addListener((_, _, _) -> suit());
        method.kindProperty().addListener((_, _, _) -> isFollowing &= isSuiting);
        method.kindProperty().subscribe(kind -> {
            if (!kind.isMoving()) {
                beginning.set(Beginning.NONE);
            }
        });
        beginning.subscribe(chosen -> {
            asManyAsBefore.run();
            asManyAsBefore = chosen instanceof Beginning.Groups found
                    ? method.just(found.centres().size())
                    : () -> {};
        });
    }

    /** The features, those that are chosen at first before the others; told of changes of each choice. */
    public ObservableList<FeatureChoice> features() {
        return features;
    }

    public ObjectProperty<Scaling> scalingProperty() {
        return scaling;
    }

    /** What is done to the features before they are brought to one scale. */
    public ObjectProperty<PreparationPlan> preparationProperty() {
        return preparation;
    }

    /** The preparations that the project keeps under names. */
    ObjectProperty<SavedPlans<PreparationPlan>> savedProperty() {
        return saved;
    }

    /** How groups are looked for. */
    public MethodOptions method() {
        return method;
    }

    /** Where a method that moves centres begins. */
    ObjectProperty<Beginning> beginningProperty() {
        return beginning;
    }

    /** The groups there are now, to begin from. */
    ObjectProperty<Optional<Beginning>> groupsProperty() {
        return groups;
    }

    /** The feature that says how much each customer counts. */
    ObjectProperty<Optional<String>> weightProperty() {
        return weight;
    }

    /** The segment among whose members groups are looked for; empty for all customers. */
    ObjectProperty<Optional<String>> withinProperty() {
        return within;
    }

    /** The segments that groups can be looked for in. */
    ObservableList<String> segments() {
        return segments;
    }

    /** Offers other segments; where the chosen one is gone, all customers are. */
    void offerSegments(List<String> names) {
        if (!segments.equals(names)) {
            var chosen = within.get().filter(names::contains);
            segments.setAll(names);
            within.set(chosen);
        }
    }

    public IntegerProperty seedProperty() {
        return seed;
    }

    List<String> chosen() {
        return features.stream()
                .filter(choice -> choice.chosenProperty().get())
                .map(choice -> choice.feature().name())
                .toList();
    }

    /** Takes the method that suits what is chosen, as long as nobody has chosen another. */
    private void suit() {
        if (isFollowing) {
            isSuiting = true;
            method.kindProperty().set(suitable());
            isSuiting = false;
        }
    }

    /** Categories are compared as they are, unless a person says what is to be made of them or where centres begin. */
    private Kind suitable() {
        boolean isAsItIs = preparation.get().isUsual() && beginning.get().equals(Beginning.NONE);
        return isAsItIs && category().isPresent() ? Kind.KPROTOTYPES : Kind.KMEANS;
    }

    private Optional<FeatureChoice> category() {
        return features.stream()
                .filter(choice ->
                        choice.chosenProperty().get() && choice.feature().type() == ColumnType.TEXT)
                .findFirst();
    }

    /** Which way was taken for what is chosen, and why; empty where a person took another. */
    String way() {
        if (!isFollowing || chosen().isEmpty()) {
            return "";
        }
        return method.kindProperty().get() == Kind.KPROTOTYPES
                ? category()
                        .map(choice ->
                                Texts.of("clusters.wayMixed", choice.word().title()))
                        .orElse("")
                : category().isPresent() ? "" : Texts.of("clusters.wayNumbers");
    }

    /** The features whose words or names hold a text, at most the first two hundred. */
    List<FeatureChoice> matching(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return features.stream()
                .filter(choice -> choice.speaksOf(wanted))
                .limit(MOST_OFFERED)
                .toList();
    }

    /** The chosen features in a sentence; of many only the first. */
    String inWords() {
        var chosen = features.stream()
                .filter(choice -> choice.chosenProperty().get())
                .map(choice -> choice.word().title())
                .toList();
        var named = String.join(", ", chosen.stream().limit(MOST_NAMED).toList());
        var numbers = Numbers.local();
        var count = numbers.count(chosen.size());
        var all = numbers.count(features.size());
        var words = chosen.size() <= MOST_NAMED
                ? Texts.of("clusters.chosenOf", count, all, named)
                : Texts.of("clusters.chosenOfMany", count, all, named, numbers.count(chosen.size() - MOST_NAMED));
        return within.get()
                .map(segment -> words + " · " + Texts.of("clusters.within", segment))
                .orElse(words);
    }

    /** Offers the features there are: chosen are those of an earlier plan, else those that suit. */
    void offer(Features computed, Optional<ClusterPlan> earlier, Vocabulary words) {
        var wanted = earlier.map(ClusterPlan::features).orElseGet(() -> FeatureMatrix.suitable(computed));
        features.setAll(computed.summaries().stream()
                .map(summary -> new FeatureChoice(summary, words.word(summary.name()), wanted.contains(summary.name())))
                .sorted(Comparator.comparing(choice -> !choice.chosenProperty().get()))
                .toList());
        earlier.ifPresent(this::repeat);
    }

    private void repeat(ClusterPlan plan) {
        scaling.set(plan.scaling());
        preparation.set(plan.preparation());
        beginning.set(plan.beginning()); // before the numbers of groups, which it changes
        method.repeat(plan.method());
        seed.set((int) plan.seed().value());
        weight.set(plan.weight());
        within.set(plan.within().filter(segments::contains));
        isFollowing = method.kindProperty().get() == suitable();
    }

    ClusterPlan plan() {
        var kind = method.kindProperty().get();
        return new ClusterPlan(
                chosen(),
                scaling.get(),
                method.method(),
                new Seed(seed.get()),
                kind.isMixed() ? PreparationPlan.USUAL : preparation.get(),
                kind.isMoving() ? beginning.get() : Beginning.NONE,
                kind.isWeighed() ? weight.get() : Optional.empty(),
                within.get());
    }
}
