package corymb.ui.clusters;

import corymb.chart.Numbers;
import corymb.chart.Palette;
import corymb.chart.Trait;
import corymb.clustering.ClusterProfile;
import corymb.embedding.MapRegion;
import corymb.embedding.Positions;
import corymb.table.Table;
import corymb.ui.kit.Card;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Columns;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.PointCloud;
import corymb.ui.kit.PointPane;
import corymb.ui.kit.PointPane.Drag;
import corymb.ui.kit.Swatch;
import corymb.ui.kit.Texts;
import corymb.ui.session.PeopleCard;
import corymb.ui.session.StaleNote;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The map of customers in the colours of their groups: it unfolds while it is drawn, and a region of it can be marked. */
public final class MapCard extends VBox {
    private static final double HEIGHT = 460;
    private static final int TRAITS = 3;

    private final Card card = new Card();
    private final MessageBar message = new MessageBar();
    private final MessageBar stale = new MessageBar();
    private final Button draw = new Button();
    private final ToggleButton more = new ToggleButton(Texts.of("clusters.moreOptions"));
    private final HBox drags = new HBox();
    private final Button whole = new Button(Texts.of("map.whole"));
    private final Columns options = new Columns();
    private final PointPane pane = new PointPane();
    private final Label outside = words("", "muted");
    private final MapDirections directions = new MapDirections();
    private final FlowPane legend = new FlowPane(16, 4);
    private final VBox marked = new VBox();
    private final PeopleCard people = new PeopleCard();
    private int[] colours = {};

    public MapCard() {
        getStyleClass().add("page-column");
        card.setTitle(Texts.of("map.title"));
        draw.setId("drawMap");
        pane.setId("map");
        pane.setPrefHeight(HEIGHT);
        pane.setMinHeight(HEIGHT);
        pane.setAccessibleText(Texts.of("map.accessible"));
        draw.setMinWidth(USE_PREF_SIZE);
        more.setMinWidth(USE_PREF_SIZE);
        var one = new ToggleGroup();
        drags.getChildren()
                .setAll(
                        drag(Drag.RECTANGLE, "map.mark", "left-pill", one),
                        drag(Drag.LASSO, "map.lasso", "center-pill", one),
                        drag(Drag.MOVE, "map.move", "right-pill", one));
        whole.setOnAction(_ -> pane.fit());
        var hint = new Label(Texts.of("map.hint"));
        hint.getStyleClass().add("small-muted");
        outside.textProperty()
                .bind(pane.outsideProperty()
                        .map(count -> Texts.of(
                                count.intValue() == 1 ? "map.outsideOne" : "map.outside",
                                Numbers.local().count(count.longValue()))));
        var tools = new FlowPane(8, 4, drags, whole, hint);
        marked.getStyleClass().add("tight");
        var picture = new VBox(tools, outside, pane, directions, legend, marked);
        picture.getStyleClass().add("near");
        Choices.shownWhile(options, more.selectedProperty());
        var content = new VBox(message, stale, options, picture);
        content.getStyleClass().add("group");
        card.setContent(content);
        card.getActions().addAll(more, draw);
        getChildren().addAll(card, people);
    }

    /** A click on what is chosen changes nothing. */
    private ToggleButton drag(Drag drag, String text, String style, ToggleGroup one) {
        var button = new ToggleButton(Texts.of(text));
        button.setId("map-" + drag.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().add(style);
        button.setToggleGroup(one);
        button.setSelected(pane.draggingProperty().get() == drag);
        button.setOnAction(_ -> {
            button.setSelected(true);
            pane.draggingProperty().set(drag);
        });
        return button;
    }

    /** Follows the map. */
    void follow(MapModel model, Dialogs dialogs, Navigator navigator) {
        MapControls.offer(options, model.options());
        var running = model.newest().runningProperty();
        draw.textProperty().bind(running.map(is -> Texts.of(is ? "clusters.stop" : "map.draw")));
        draw.setOnAction(_ -> model.drawOrStop());
        Choices.shownWhile(outside, pane.outsideProperty().greaterThan(0).and(running.not()));
        model.newest().endedProperty().addListener((_, _, outcome) -> message.show(outcome, dialogs));
        model.newest().madeProperty().subscribe(_ -> {
            card.setSubtitle(model.words());
            directions.show(model.directions());
        });
        StaleNote.follow(stale, model.newest(), Texts.of("map.stale"), model::drawOrStop);
        model.pointsProperty().subscribe(table -> show(model, table));
        model.foundProperty().subscribe(this::tell);
        people.follow(model.people(), dialogs, navigator);
        pane.setOnBrushed(region -> model.mark(
                new MapRegion.Rectangle(region.getMinX(), region.getMaxX(), region.getMinY(), region.getMaxY())));
        pane.setOnLassoed(corners -> model.mark(new MapRegion.Lasso(corners.stream()
                .map(corner -> new MapRegion.Corner(corner.getX(), corner.getY()))
                .toList())));
        var picture = pane.getParent();
        Choices.shownWhile(
                picture,
                running.or(Bindings.createBooleanBinding(
                        () -> model.pointsProperty().get().isPresent(), model.pointsProperty())));
        var unfolding = new Unfolding(model);
        running.subscribe(is -> {
            if (is) {
                unfolding.start();
            } else {
                unfolding.stop();
                show(model, model.pointsProperty().get());
            }
        });
    }

    private void show(MapModel model, Optional<Table> points) {
        legend.getChildren().clear();
        points.ifPresent(table -> {
            legend.getChildren()
                    .setAll(model.groups().stream().map(MapCard::named).toList());
            var x = table.numbers("x");
            var y = table.numbers("y");
            var cluster = table.numbers("cluster");
            var rows = IntStream.range(0, table.rowCount());
            colours = rows.map(row -> cluster.get(row) < 0 ? Palette.GREYED : (int) cluster.get(row))
                    .toArray();
            pane.show(new PointCloud(
                    IntStream.range(0, colours.length).mapToDouble(x::get).toArray(),
                    IntStream.range(0, colours.length).mapToDouble(y::get).toArray(),
                    colours));
        });
    }

    private static Node named(ClusterProfile group) {
        var line = new HBox(new Swatch(group.cluster()), new Label(group.name()));
        line.getStyleClass().add("near");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void tell(Optional<MapModel.Found> found) {
        marked.getChildren().clear();
        found.ifPresent(who -> {
            marked.getChildren()
                    .add(words(
                            Texts.of("map.found", Numbers.local().count(who.customers()), who.name()), "card-title"));
            who.traits().stream().limit(TRAITS).map(MapCard::words).forEach(marked.getChildren()::add);
        });
    }

    private static Label words(Trait trait) {
        return words(trait.feature() + ": " + trait.text(), "muted");
    }

    private static Label words(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    /** Shows where everybody is at the moment, once a frame. */
    private final class Unfolding extends AnimationTimer {
        private final MapModel model;

        Unfolding(MapModel model) {
            this.model = model;
        }

        @Override
        public void handle(long now) {
            model.moved().ifPresent(this::show);
        }

        private void show(Positions positions) {
            int count = positions.count();
            pane.show(new PointCloud(
                    IntStream.range(0, count).mapToDouble(positions::x).toArray(),
                    IntStream.range(0, count).mapToDouble(positions::y).toArray(),
                    IntStream.range(0, count)
                            .map(point -> colours.length == count ? colours[point] : Palette.ACCENT)
                            .toArray()));
        }
    }
}
