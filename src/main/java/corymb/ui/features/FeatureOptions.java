package corymb.ui.features;

import corymb.feature.EventFeature;
import corymb.feature.FeatureDefinition;
import corymb.feature.FeaturePlan;
import corymb.feature.Foretold;
import corymb.feature.RfmFeature;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
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

    /** What can be computed; told of changes of each choice. */
    public ObservableList<DefinitionChoice> definitions() {
        return definitions;
    }

    /** The types of events there are. */
    public ObservableList<String> types() {
        return types;
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
                .filter(choice -> choice.chosenProperty().get())
                .map(DefinitionChoice::definition)
                .toList();
    }

    /** The features whose names or descriptions hold a text, at most the first two hundred. */
    List<DefinitionChoice> matching(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return definitions.stream()
                .filter(choice -> (choice.definition().name() + " "
                                + choice.definition().description())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .limit(MOST_OFFERED)
                .toList();
    }

    /** The plan that is chosen; empty while there is no last day. */
    Optional<FeaturePlan> plan() {
        return lastDay.get()
                .map(day -> new FeaturePlan(
                        day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), purchase.get(), chosen()));
    }

    /** Offers what the data allows, with the choices of an earlier plan where there is one. */
    void offer(FeaturePlan standard, List<String> typesThereAre, Optional<FeaturePlan> earlier) {
        var wanted = new HashSet<>(earlier.orElse(standard).definitions());
        types.setAll(typesThereAre);
        definitions.setAll(offered(standard, earlier).stream()
                .map(definition -> new DefinitionChoice(definition, wanted.contains(definition)))
                .toList());
        purchase.set(earlier.orElse(standard).purchaseType());
        lastDay.set(Optional.of(dayBefore(earlier.orElse(standard))));
    }

    /** What suits the data, and what people defined themselves before; theirs takes the place of one of the same name. */
    private static List<FeatureDefinition> offered(FeaturePlan standard, Optional<FeaturePlan> earlier) {
        var byName = new LinkedHashMap<String, FeatureDefinition>();
        Stream.concat(
                        standard.definitions().stream(),
                        earlier.stream()
                                .flatMap(plan -> plan.definitions().stream())
                                .filter(FeatureOptions::isOnesOwn))
                .forEach(definition -> byName.put(definition.name().toLowerCase(Locale.ROOT), definition));
        return List.copyOf(byName.values());
    }

    private static boolean isOnesOwn(FeatureDefinition definition) {
        return definition instanceof EventFeature || definition instanceof RfmFeature || definition instanceof Foretold;
    }

    /** Features look back from a midnight; people name the day before it. */
    static LocalDate dayBefore(FeaturePlan plan) {
        return plan.asOf().atZone(ZoneOffset.UTC).minusNanos(1).toLocalDate();
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
