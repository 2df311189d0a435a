package corymb.ui.clusters;

import corymb.chart.ChartSpec;
import corymb.clustering.ClusterProfile;
import corymb.clustering.Clustering;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Columns;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.InspectorSide;
import corymb.ui.session.PeopleCard;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/** Ties the groups that were found to the model. */
public final class ClusterResultsController {
    private final ClustersModel model;
    private final ClusterInspector inspector;
    private final Dialogs dialogs;

    @FXML
    private NumberChoice number;

    @FXML
    private Columns groups;

    @FXML
    private ChartPane centres;

    @FXML
    private ChartPane sizes;

    @FXML
    private PeopleCard members;

    @FXML
    private Label reason;

    @FXML
    private ChartPane silhouette;

    @FXML
    private ChartPane inertia;

    public ClusterResultsController(ClustersModel model, InspectorSide side, Dialogs dialogs) {
        this.model = model;
        this.inspector = new ClusterInspector(side);
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        members.follow(model.people(), dialogs, model::go);
        number.disableProperty().bind(model.newest().runningProperty());
        centres.onChosenProperty().set(key -> {
            var cell = ChartSpec.Cell.of(key);
            inspect(() -> model.open(cell.row(), cell.column()));
        });
        sizes.onChosenProperty().set(cluster -> inspect(() -> model.open(Integer.parseInt(cluster))));
        model.newest().madeProperty().subscribe(_ -> model.newest().value().ifPresent(this::show));
        model.groupProperty().subscribe(group -> group.ifPresent(this::mark));
    }

    private void show(Clustering clustering) {
        int chosen = clustering.chosen().clusters();
        number.show(model.tried(), chosen, model::choose);
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
        model.groupProperty().get().ifPresent(this::mark);
    }

    /** Shows which group is looked into. */
    private void mark(ClusterProfile group) {
        for (var card : groups.getChildren()) {
            if (card instanceof GroupCard one) {
                one.show(one.cluster() == group.cluster());
            }
        }
    }

    private void inspect(Runnable open) {
        open.run();
        model.newest()
                .value()
                .ifPresent(clustering -> model.groupProperty()
                        .get()
                        .ifPresent(group -> inspector.group(
                                group, Trait.of(clustering, group, model.units()), members::makeSegment)));
    }
}
