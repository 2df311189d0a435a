package corymb.ui.clusters;

import corymb.clustering.Covariance;
import corymb.clustering.Linkage;
import corymb.preparation.PreparationPlan;
import corymb.stats.Scaling;
import corymb.ui.clusters.MethodOptions.Kind;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Columns;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The method by which groups are looked for, with the parameters that it has, the scale and the seed. */
public final class MethodChoice extends VBox {
    private final Columns columns = new Columns();
    private final ComboBox<Kind> kind = new ComboBox<>();
    private final ComboBox<Covariance> covariance = new ComboBox<>();
    private final ComboBox<Scaling> scaling = new ComboBox<>();
    private final ComboBox<PreparationPlan> preparation = new ComboBox<>();
    private final TextField name = new TextField();
    private final ComboBox<Linkage> linkage = new ComboBox<>();

    public MethodChoice() {
        columns.setColumnWidth(200);
        getChildren().add(columns);
        kind.setId("method-kind");
        kind.getItems().setAll(Kind.values());
        kind.setConverter(Choices.inWords(MethodChoice::name));
        covariance.getItems().setAll(Covariance.values());
        covariance.setConverter(Choices.inWords(MethodChoice::name));
        linkage.getItems().setAll(Linkage.AVERAGE, Linkage.COMPLETE, Linkage.SINGLE);
        linkage.setConverter(Choices.inWords(MethodChoice::name));
    }

    void follow(ClusterOptions chosen, Consumer<String> savePreparation) {
        var options = chosen.method();
        OptionControls.scaling(scaling, chosen);
        OptionControls.preparation(preparation, chosen);
        var naming = OptionControls.field("clusters.preparationSave", name);
        OptionControls.naming(name, naming, chosen, savePreparation);
        kind.valueProperty().bindBidirectional(options.kindProperty());
        covariance.valueProperty().bindBidirectional(options.covarianceProperty());
        linkage.valueProperty().bindBidirectional(options.linkageProperty());
        columns.getChildren()
                .setAll(
                        OptionControls.field("clusters.method", kind),
                        shown(
                                options,
                                Predicate.not(Kind.GOWER::equals),
                                OptionControls.field("clusters.scaling", scaling)),
                        shown(
                                options,
                                Predicate.not(Kind::isMixed),
                                OptionControls.field("clusters.preparation", preparation)),
                        shown(options, Predicate.not(Kind::isMixed), steps(chosen)),
                        naming);
        columns.getChildren().addAll(numbers(options));
        columns.getChildren()
                .addAll(
                        shown(
                                options,
                                Kind::isMoving,
                                OptionControls.field("clusters.beginning", MovingChoice.beginning(chosen))),
                        shown(
                                options,
                                Kind::isWeighed,
                                OptionControls.field("clusters.weight", MovingChoice.weight(chosen))),
                        shown(
                                options,
                                Kind.KPROTOTYPES::equals,
                                OptionControls.field(
                                        "clusters.gamma", OptionControls.suggested(options.gammaProperty()))),
                        shown(options, Kind.GOWER::equals, OptionControls.field("clusters.linkage", linkage)),
                        shown(options, Kind.MIXTURE::equals, OptionControls.field("clusters.covariance", covariance)),
                        shown(
                                options,
                                Kind.DBSCAN::equals,
                                OptionControls.field(
                                        "clusters.radius", OptionControls.suggested(options.radiusProperty()))));
        columns.getChildren().addAll(sizes(options));
        columns.getChildren()
                .add(OptionControls.field("clusters.seed", number(0, Integer.MAX_VALUE, chosen.seedProperty())));
    }

    /** The way to all that a preparation can do. */
    private Node steps(ClusterOptions chosen) {
        var open = new Button(Texts.of("prepare.open"));
        open.setId("preparationSteps");
        open.setOnAction(_ -> PreparationSheet.show(chosen, this));
        return OptionControls.field("prepare.steps", open);
    }

    private static List<Node> numbers(MethodOptions options) {
        return List.of(
                shown(
                        options,
                        Kind::isTold,
                        OptionControls.field("clusters.fewest", number(2, 50, options.fewestProperty()))),
                shown(
                        options,
                        Kind::isTold,
                        OptionControls.field("clusters.most", number(2, 50, options.mostProperty()))),
                shown(
                        options,
                        Kind::isStarted,
                        OptionControls.field("clusters.starts", number(1, 100, options.startsProperty()))),
                shown(
                        options,
                        Kind::isStarted,
                        OptionControls.field("clusters.rounds", number(1, 10_000, options.roundsProperty()))));
    }

    private static List<Node> sizes(MethodOptions options) {
        return List.of(
                shown(
                        options,
                        Kind.MINIBATCH::equals,
                        OptionControls.field("clusters.batchRows", number(1, 1_000_000, options.batchRowsProperty()))),
                shown(
                        options,
                        Kind.MINIBATCH::equals,
                        OptionControls.field("clusters.batches", number(1, 100_000, options.batchesProperty()))),
                shown(
                        options,
                        Kind.HDBSCAN::equals,
                        OptionControls.field("clusters.minSize", number(2, 1_000_000, options.minSizeProperty()))),
                shown(
                        options,
                        Kind::isDense,
                        OptionControls.field("clusters.minPoints", number(1, 10_000, options.minPointsProperty()))));
    }

    private static Spinner<Integer> number(int least, int most, IntegerProperty property) {
        var spinner = new Spinner<Integer>();
        spinner.setEditable(true);
        OptionControls.number(spinner, least, most, property);
        return spinner;
    }

    private static Node shown(MethodOptions options, Predicate<Kind> isFor, Node field) {
        Choices.shownWhile(field, options.kindProperty().map(isFor::test));
        return field;
    }

    private static String name(Kind kind) {
        return switch (kind) {
            case KMEANS -> Texts.of("clusters.kindKmeans");
            case MINIBATCH -> Texts.of("clusters.kindMinibatch");
            case MIXTURE -> Texts.of("clusters.kindMixture");
            case WARD -> Texts.of("clusters.kindWard");
            case AVERAGE -> Texts.of("clusters.kindAverage");
            case COMPLETE -> Texts.of("clusters.kindComplete");
            case SINGLE -> Texts.of("clusters.kindSingle");
            case KPROTOTYPES -> Texts.of("clusters.kindPrototypes");
            case GOWER -> Texts.of("clusters.kindGower");
            case DBSCAN -> Texts.of("clusters.kindDbscan");
            case HDBSCAN -> Texts.of("clusters.kindHdbscan");
        };
    }

    private static String name(Linkage linkage) {
        return switch (linkage) {
            case WARD -> Texts.of("clusters.linkageWard");
            case AVERAGE -> Texts.of("clusters.linkageAverage");
            case COMPLETE -> Texts.of("clusters.linkageComplete");
            case SINGLE -> Texts.of("clusters.linkageSingle");
        };
    }

    private static String name(Covariance covariance) {
        return switch (covariance) {
            case FULL -> Texts.of("clusters.covarianceFull");
            case TIED -> Texts.of("clusters.covarianceTied");
            case DIAGONAL -> Texts.of("clusters.covarianceDiagonal");
        };
    }
}
