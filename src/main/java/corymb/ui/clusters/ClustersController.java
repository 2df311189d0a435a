package corymb.ui.clusters;

import corymb.chart.Numbers;
import corymb.clustering.Candidate;
import corymb.clustering.Clustering;
import corymb.clustering.Scaling;
import corymb.project.Made;
import corymb.segment.Segment;
import corymb.ui.clusters.ClustersModel.Stage;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Columns;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.PageHeader;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Toast;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Ties the page of groups to its model. */
public final class ClustersController {
    private final ClustersModel model;
    private final ClusterInspector inspector;
    private final Dialogs dialogs;

    @FXML
    private VBox page;

    @FXML
    private PageHeader header;

    @FXML
    private MessageBar message;

    @FXML
    private MessageBar staleNote;

    @FXML
    private EmptyState missing;

    @FXML
    private Card options;

    @FXML
    private ToggleButton choosing;

    @FXML
    private ToggleButton more;

    @FXML
    private ScrollPane featureScroll;

    @FXML
    private FlowPane features;

    @FXML
    private Columns details;

    @FXML
    private ComboBox<Scaling> scaling;

    @FXML
    private Spinner<Integer> fewest;

    @FXML
    private Spinner<Integer> most;

    @FXML
    private Spinner<Integer> starts;

    @FXML
    private Spinner<Integer> rounds;

    @FXML
    private Spinner<Integer> seed;

    @FXML
    private VBox results;

    @FXML
    private Columns groups;

    @FXML
    private ChartPane centres;

    @FXML
    private ChartPane sizes;

    @FXML
    private Card membersCard;

    @FXML
    private TextField segmentName;

    @FXML
    private MessageBar memberMessage;

    @FXML
    private TableGrid members;

    @FXML
    private Label reason;

    @FXML
    private FlowPane numbers;

    @FXML
    private ChartPane silhouette;

    @FXML
    private ChartPane inertia;

    public ClustersController(ClustersModel model, InspectorSide side, Dialogs dialogs) {
        this.model = model;
        this.inspector = new ClusterInspector(side);
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        header.stateProperty().bind(model.stateProperty());
        header.actionProperty()
                .bind(Bindings.createStringBinding(this::action, model.stageProperty(), model.runningProperty()));
        var lacks = Bindings.createBooleanBinding(this::lacksInput, model.stageProperty());
        present(missing, lacks);
        present(options, Bindings.not(lacks));
        present(results, model.stageProperty().isEqualTo(Stage.FOUND));
        present(featureScroll, choosing.selectedProperty());
        present(details, more.selectedProperty());
        present(options.getContent().getParent(), choosing.selectedProperty().or(more.selectedProperty()));
        bindOptions();
        model.stageProperty().addListener((_, _, stage) -> staged(stage));
        model.staleProperty().addListener((_, _, _) -> showStale());
        model.endedProperty().addListener((_, _, outcome) -> message.show(outcome, dialogs));
        model.segmentEndedProperty().addListener((_, _, outcome) -> memberMessage.show(outcome, dialogs));
        model.foundProperty().addListener((_, _, _) -> showFound());
        model.groupProperty().addListener((_, _, _) -> showGroup());
        model.membersProperty().addListener((_, _, rows) -> rows.ifPresent(members::show));
        model.membersProperty().get().ifPresent(members::show);
        centres.onChosenProperty().set(name -> inspect(() -> model.open(name)));
        sizes.onChosenProperty().set(cluster -> inspect(() -> model.open(Integer.parseInt(cluster))));
        staged(model.stageProperty().get());
        showStale();
        showFound();
    }

    private void bindOptions() {
        var chosen = model.options();
        OptionControls.scaling(scaling, chosen);
        OptionControls.number(fewest, 2, 50, chosen.fewestProperty());
        OptionControls.number(most, 2, 50, chosen.mostProperty());
        OptionControls.number(starts, 1, 100, chosen.startsProperty());
        OptionControls.number(rounds, 1, 10_000, chosen.roundsProperty());
        OptionControls.number(seed, 0, Integer.MAX_VALUE, chosen.seedProperty());
        chosen.features().addListener((ListChangeListener<FeatureChoice>) change -> {
            boolean isOfferedAnew = false;
            while (change.next()) {
                isOfferedAnew |= change.wasAdded() || change.wasRemoved();
            }
            showChosen(isOfferedAnew);
        });
        showChosen(true);
    }

    private void showChosen(boolean isOfferedAnew) {
        if (isOfferedAnew) {
            features.getChildren()
                    .setAll(model.options().features().stream()
                            .map(OptionControls::feature)
                            .toList());
        }
        options.setSubtitle(model.options().inWords());
    }

    private void staged(Stage stage) {
        missing.setAction(Texts.of(stage == Stage.NO_CUSTOMERS ? "clusters.toCustomers" : "clusters.toFeatures"));
        choosing.setSelected(stage == Stage.READY);
    }

    private String action() {
        if (lacksInput()) {
            return "";
        }
        return Texts.of(model.runningProperty().get() ? "clusters.stop" : "clusters.find");
    }

    private boolean lacksInput() {
        return switch (model.stageProperty().get()) {
            case NO_CUSTOMERS, NO_FEATURES -> true;
            case READY, FOUND -> false;
        };
    }

    private void showStale() {
        if (model.staleProperty().get()) {
            staleNote.show(
                    MessageBar.Kind.WARNING, Texts.of("clusters.stale"), Texts.of("clusters.refresh"), model::refresh);
        } else {
            staleNote.hide();
        }
    }

    private void showFound() {
        model.foundProperty().get().map(Made::value).ifPresent(this::show);
    }

    private void show(Clustering clustering) {
        int chosen = clustering.chosen().clusters();
        groups.getChildren()
                .setAll(clustering.clusters().stream()
                        .map(group -> new GroupCard(
                                group,
                                Trait.of(clustering, group, model.units()),
                                () -> inspect(() -> model.open(group.cluster()))))
                        .toList());
        sizes.setSpec(ClusterCharts.sizes(clustering));
        centres.setSpec(ClusterCharts.centres(clustering, model.units()));
        silhouette.setSpec(ClusterCharts.silhouette(model.tried(), chosen));
        inertia.setSpec(ClusterCharts.inertia(model.tried(), chosen));
        reason.setText(clustering.chosen().reason());
        numbers.getChildren()
                .setAll(model.tried().stream()
                        .map(candidate -> number(candidate, chosen))
                        .toList());
        showGroup();
    }

    private Node number(Candidate candidate, int chosen) {
        var button = new ToggleButton(Integer.toString(candidate.clusters()));
        button.getStyleClass().add("small");
        button.setSelected(candidate.clusters() == chosen);
        button.disableProperty().bind(model.runningProperty());
        button.setOnAction(_ -> {
            button.setSelected(candidate.clusters() == chosen);
            if (candidate.clusters() != chosen) {
                model.choose(candidate.clusters());
            }
        });
        return button;
    }

    private void showGroup() {
        model.groupProperty().get().ifPresent(group -> {
            membersCard.setTitle(Texts.of("clusters.members", group.name()));
            segmentName.setText(group.name());
            memberMessage.hide();
            for (var card : groups.getChildren()) {
                if (card instanceof GroupCard one) {
                    one.show(one.cluster() == group.cluster());
                }
            }
        });
    }

    private void inspect(Runnable open) {
        open.run();
        model.foundProperty()
                .get()
                .map(Made::value)
                .ifPresent(clustering -> model.groupProperty()
                        .get()
                        .ifPresent(group ->
                                inspector.group(group, Trait.of(clustering, group, model.units()), this::makeSegment)));
    }

    @FXML
    private void findOrStop() {
        model.findOrStop();
    }

    @FXML
    private void goToMissing() {
        model.goToMissing();
    }

    @FXML
    private void makeSegment() {
        model.makeSegment(segmentName.getText(), this::made);
    }

    private void made(Segment segment) {
        var text =
                Texts.of("clusters.segmentMade", segment.name(), Numbers.local().count(segment.count()));
        Toast.show(page, text, Texts.of("clusters.openSegments"), model::goToSegments);
    }

    private static void present(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }
}
