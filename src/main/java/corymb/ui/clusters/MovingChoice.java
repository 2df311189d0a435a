package corymb.ui.clusters;

import corymb.clustering.Beginning;
import corymb.ui.kit.Choices;
import corymb.ui.kit.FindBox;
import corymb.ui.kit.Texts;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;

/** Ties what only methods that move centres ask for to boxes: where they begin, and how much each customer counts. */
final class MovingChoice {
    private MovingChoice() {}

    /** Groups of earlier are offered for as long as they are the chosen ones. */
    static ComboBox<Beginning> beginning(ClusterOptions options) {
        var box = new ComboBox<Beginning>();
        box.setId("method-beginning");
        box.setConverter(Choices.inWords(at -> name(at, options.groupsProperty().get())));
        box.valueProperty().bindBidirectional(options.beginningProperty());
        options.groupsProperty().subscribe(_ -> offer(box, options));
        options.beginningProperty().subscribe(_ -> offer(box, options));
        return box;
    }

    private static void offer(ComboBox<Beginning> box, ClusterOptions options) {
        var chosen = options.beginningProperty().get();
        var offered = Stream.of(
                        Stream.of(Beginning.NONE, new Beginning.Oversampled()),
                        options.groupsProperty().get().stream(),
                        Stream.of(chosen))
                .flatMap(beginnings -> beginnings)
                .distinct()
                .toList();
        if (!box.getItems().equals(offered)) {
            box.getItems().setAll(offered);
            box.setValue(chosen);
        }
    }

    private static String name(Beginning beginning, Optional<Beginning> now) {
        return switch (beginning) {
            case Beginning.PlusPlus _ -> Texts.of("clusters.beginningPlusPlus");
            case Beginning.Oversampled _ -> Texts.of("clusters.beginningOversampled");
            case Beginning.Groups groups ->
                Texts.of(
                        now.filter(groups::equals).isPresent()
                                ? "clusters.beginningGroups"
                                : "clusters.beginningEarlier",
                        groups.centres().size());
        };
    }

    /** The features that are numbers, and none. */
    static ComboBox<Optional<String>> weight(ClusterOptions options) {
        var box = new FindBox<Optional<String>>();
        box.setId("method-weight");
        box.setConverter(Choices.inWords(feature -> feature.flatMap(name -> options.features().stream()
                        .filter(choice -> choice.feature().name().equals(name))
                        .map(choice -> choice.word().title())
                        .findFirst())
                .orElseGet(() -> Texts.of("clusters.weightNone"))));
        box.valueProperty().bindBidirectional(options.weightProperty());
        options.features().addListener((ListChangeListener<FeatureChoice>) _ -> weigh(box, options));
        weigh(box, options);
        return box;
    }

    private static void weigh(ComboBox<Optional<String>> box, ClusterOptions options) {
        var chosen = options.weightProperty().get();
        var offered = Stream.concat(
                        Stream.of(Optional.<String>empty()),
                        options.features().stream()
                                .map(FeatureChoice::feature)
                                .filter(feature -> feature.type().isNumeric())
                                .map(feature -> Optional.of(feature.name()))
                                .sorted(Comparator.comparing(Optional::orElseThrow)))
                .toList();
        if (!box.getItems().equals(offered)) {
            box.getItems().setAll(offered);
            box.setValue(offered.contains(chosen) ? chosen : Optional.empty());
        }
    }
}
