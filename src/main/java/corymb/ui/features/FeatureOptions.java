package corymb.ui.features;

import corymb.chart.FeatureWords;
import corymb.feature.FeatureDefinition;
import corymb.feature.FeaturePlan;
import corymb.feature.RfmFeature;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.Zone;
import corymb.ui.kit.Texts;
import corymb.work.Progress;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What a person chooses before features are computed. */
public final class FeatureOptions {
    private static final int MOST_OFFERED = 200;

    private final ObservableList<DefinitionChoice> definitions =
            FXCollections.observableArrayList(choice -> new Observable[] {choice.chosenProperty()});
    private final ObservableList<String> types = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<LocalDate>> lastDay = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty purchase = new SimpleStringProperty("");
    private final BooleanProperty hasEvents = new SimpleBooleanProperty();
    private Optional<FeatureOffer> offer = Optional.empty();
    private Function<String, FeatureWords> words = FeatureWords::new;

    FeatureOptions() {
        purchase.addListener((_, _, _) -> purchaseChanged());
    }

    /** What can be computed; told of changes of each choice. */
    public ObservableList<DefinitionChoice> definitions() {
        return definitions;
    }

    /** The types of events there are. */
    public ObservableList<String> types() {
        return types;
    }

    /** Whether there are events, of which alone features of one's own can be made. */
    ObservableBooleanValue hasEventsProperty() {
        return hasEvents;
    }

    /** A shelf, or another where it has nothing that can be computed and another has. */
    Shelf usable(Shelf shelf) {
        var shelves = definitions.stream()
                .filter(choice -> choice.lacking().isEmpty())
                .map(DefinitionChoice::shelf)
                .collect(Collectors.toCollection(TreeSet::new));
        return shelves.isEmpty() || shelves.contains(shelf) ? shelf : shelves.first();
    }

    /** The last day whose events count. */
    public ObjectProperty<Optional<LocalDate>> lastDayProperty() {
        return lastDay;
    }

    /** The type of event that is a purchase. */
    public StringProperty purchaseProperty() {
        return purchase;
    }

    List<FeatureDefinition> chosen() {
        return definitions.stream()
                .filter(DefinitionChoice::isChosen)
                .map(DefinitionChoice::definition)
                .toList();
    }

    /** The features of a shelf; those of all shelves whose words hold a text where there is one, at most the first two hundred. */
    List<DefinitionChoice> shown(Shelf shelf, String text) {
        return definitions.stream()
                .filter(choice -> text.isBlank() ? choice.shelf() == shelf : choice.speaksOf(text))
                .limit(MOST_OFFERED)
                .toList();
    }

    /** What a shelf is called, and how many of its features are chosen. */
    String words(Shelf shelf) {
        var there =
                definitions.stream().filter(choice -> choice.shelf() == shelf).toList();
        long on = there.stream().filter(DefinitionChoice::isChosen).count();
        return Texts.of("features.shelfCount", shelf.words(), on, there.size());
    }

    boolean isThere(Shelf shelf) {
        return definitions.stream().anyMatch(choice -> choice.shelf() == shelf);
    }

    /** Whether a feature has the name of another kind of feature which nobody here defined. */
    boolean isReserved(FeatureDefinition own) {
        return definitions.stream()
                .filter(choice -> choice.shelf() != Shelf.OWN
                        && !(own instanceof RfmFeature.LifecycleStage
                                && choice.definition() instanceof RfmFeature.LifecycleStage))
                .anyMatch(choice -> choice.definition().name().equalsIgnoreCase(own.name()));
    }

    /** The plan that is chosen; empty while there is no last day. */
    Optional<FeaturePlan> plan() {
        return plan(chosen());
    }

    /** The same of other features. */
    Optional<FeaturePlan> plan(List<FeatureDefinition> features) {
        return lastDay.get()
                .map(day -> new FeaturePlan(
                        zone().startOf(day.plusDays(1)), zone(), purchase.get(), features, follows(day)))
                .map(plan ->
                        offer.map(FeatureOffer::standard).map(plan::chosenFrom).orElse(plan));
    }

    private Zone zone() {
        return offer.map(FeatureOffer::first).map(FeaturePlan::zone).orElse(Zone.UTC);
    }

    /** The moment goes on with the events as long as nobody chooses another day. */
    private boolean follows(LocalDate day) {
        return offer.map(FeatureOffer::first)
                .filter(first -> first.follows() && dayBefore(first).equals(day))
                .isPresent();
    }

    /** Offers what the data allows, with the choices of the features there are, in words that depend on what a purchase is. */
    void offer(FeatureOffer offered, Function<String, FeatureWords> said) {
        words = said;
        var first = offered.first();
        offer = Optional.empty();
        types.setAll(offered.types());
        hasEvents.set(!offered.events().events().isEmpty());
        purchase.set(first.purchaseType());
        lastDay.set(Optional.of(dayBefore(first)));
        offer = Optional.of(offered);
        show(first.definitions().stream().map(FeatureOffer::key).collect(Collectors.toSet()));
    }

    private void show(Set<String> chosen) {
        var said = words.apply(purchase.get());
        offer.map(offered -> offered.features(purchase.get()))
                .ifPresent(features -> definitions.setAll(features.stream()
                        .map(feature -> choice(feature, said, chosen))
                        .sorted(Comparator.comparing(DefinitionChoice::shelf))
                        .toList()));
    }

    private static DefinitionChoice choice(OfferedFeature feature, FeatureWords words, Set<String> chosen) {
        var choice =
                new DefinitionChoice(feature, words.title(feature.definition()), words.sentence(feature.definition()));
        choice.chosenProperty().set(chosen.contains(FeatureOffer.key(feature.definition())));
        return choice;
    }

    /** What a purchase is decides what the ready-made features are made of; the choice stays. */
    private void purchaseChanged() {
        if (offer.isPresent()) {
            show(chosen().stream().map(FeatureOffer::key).collect(Collectors.toSet()));
        }
    }

    /** Features look back from a midnight; people name the day before it. */
    static LocalDate dayBefore(FeaturePlan plan) {
        return plan.moment().lastDay();
    }

    /** The types of events, the commonest first. */
    static List<String> types(Engine engine, Sql events, Progress progress) {
        var rows = engine.table(
                Sql.of("select type from (")
                        .then(events)
                        .then(") where type is not null group by type order by count(*) desc, type limit 100"),
                progress);
        return IntStream.range(0, rows.rowCount())
                .mapToObj(row -> rows.text(row, "type"))
                .toList();
    }
}
