package corymb.ui.clusters;

import corymb.clustering.ClusterProfile;
import corymb.clustering.Clustering;
import corymb.ui.clusters.CloserLookModel.View;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.Disclosure;
import corymb.ui.kit.FindBox;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Further pictures of the groups, folded until they are asked for. */
public final class CloserLook extends VBox {
    private static final double HEIGHT = 380;

    private final Disclosure disclosure = new Disclosure();
    private final FlowPane views = new FlowPane(4, 4);
    private final ComboBox<Titled> column = new FindBox<>();
    private final ChartPane chart = new ChartPane();
    private final MessageBar message = new MessageBar();
    private final FlowPane people = new FlowPane(8, 8);

    /** A column of numbers by its place, in words. */
    private record Titled(int place, String title) {}

    public CloserLook() {
        column.setConverter(Choices.inWords(Titled::title));
        chart.setPlotHeight(HEIGHT);
        column.setAccessibleText(Texts.of("clusters.boxesOf"));
        var content = new VBox(message, views, column, chart, people);
        content.getStyleClass().add("group");
        disclosure.setTitle(Texts.of("clusters.closer"));
        disclosure.setContent(content);
        disclosure.setId("closerLook");
        var card = new Card();
        card.setContent(disclosure);
        getChildren().add(card);
    }

    /** Follows the groups, and the one that is looked into. */
    void follow(CloserLookModel model, ReadOnlyObjectProperty<Optional<ClusterProfile>> group, Dialogs dialogs) {
        disclosure.openProperty().subscribe(isOpen -> {
            if (isOpen) {
                model.look();
            }
        });
        model.clusteringProperty().subscribe(groups -> groups.ifPresent(found -> offer(model, found)));
        model.specProperty().subscribe(spec -> spec.ifPresent(chart::setSpec));
        model.endedProperty().addListener((_, _, outcome) -> message.show(outcome, dialogs));
        column.valueProperty()
                .addListener((_, _, chosen) -> Optional.ofNullable(chosen)
                        .ifPresent(one -> model.columnProperty().set(one.place())));
        Choices.shownWhile(column, model.viewProperty().isEqualTo(View.BOXES));
        people.getChildren()
                .setAll(
                        button("clusters.typical", "typical", group, model::openTypical),
                        button("clusters.borderline", "borderline", group, model::openBorderline));
    }

    private static Node button(
            String text,
            String id,
            ReadOnlyObjectProperty<Optional<ClusterProfile>> group,
            Consumer<ClusterProfile> open) {
        var button = new Button();
        button.setId(id);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("small");
        group.subscribe(looked ->
                button.setText(Texts.of(text, looked.map(ClusterProfile::name).orElse(""))));
        button.setOnAction(_ -> group.get().ifPresent(open));
        return button;
    }

    private void offer(CloserLookModel model, Clustering found) {
        column.getItems()
                .setAll(IntStream.range(0, found.describedColumns().size())
                        .mapToObj(place -> new Titled(
                                place, model.title(found.describedColumns().get(place))))
                        .toList());
        column.setValue(column.getItems().getFirst());
        var one = new ToggleGroup();
        views.getChildren()
                .setAll(model.views().stream()
                        .map(view -> toggle(model, view, one))
                        .toList());
        if (disclosure.isOpen()) {
            model.look();
        }
    }

    private static Node toggle(CloserLookModel model, View view, ToggleGroup one) {
        var toggle = new ToggleButton(name(view));
        toggle.setId("view-" + view.name().toLowerCase(Locale.ROOT));
        toggle.getStyleClass().add("small");
        toggle.setToggleGroup(one);
        toggle.setSelected(model.viewProperty().get() == view);
        toggle.setOnAction(_ -> {
            toggle.setSelected(true);
            model.viewProperty().set(view);
        });
        return toggle;
    }

    private static String name(View view) {
        return Texts.of(
                switch (view) {
                    case SNAKE -> "clusters.viewSnake";
                    case PARALLEL -> "clusters.viewParallel";
                    case RADAR -> "clusters.viewRadar";
                    case BOXES -> "clusters.viewBoxes";
                    case SILHOUETTES -> "clusters.viewSilhouettes";
                    case TOGETHER -> "clusters.viewTogether";
                    case GAP -> "clusters.viewGap";
                    case TREE -> "clusters.viewTree";
                    case NEIGHBOURS -> "clusters.viewNeighbours";
                    case FLOWS -> "clusters.viewFlows";
                    case MOVES -> "clusters.viewMoves";
                    case COMPARED -> "clusters.viewCompared";
                });
    }
}
