package corymb.ui.clusters;

import corymb.chart.ChartSpec;
import corymb.chart.ClusterCharts;
import corymb.chart.Numbers;
import corymb.chart.Trait;
import corymb.clustering.ClusterProfile;
import corymb.clustering.Clustering;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Columns;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.FrameByFrame;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Scrolling;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Toast;
import corymb.ui.session.PeopleCard;
import java.util.ArrayList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** Ties the groups that were found to the model. */
public final class ClusterResultsController {
    private final ClustersModel model;
    private final ClusterInspector inspector;
    private final Dialogs dialogs;
    private final FrameByFrame showing = new FrameByFrame();

    @FXML
    private KeepingCard keeping;

    @FXML
    private Node numbers;

    @FXML
    private NumberChoice number;

    @FXML
    private MessageBar chance;

    @FXML
    private Columns groups;

    @FXML
    private Button lone;

    @FXML
    private ChartPane centres;

    @FXML
    private ChartPane sizes;

    @FXML
    private Node pictures;

    @FXML
    private GroupRuleCard rule;

    @FXML
    private CloserLook closer;

    @FXML
    private MapCard map;

    @FXML
    private PeopleCard members;

    @FXML
    private WhyCard why;

    public ClusterResultsController(ClustersModel model, InspectorSide side, Dialogs dialogs) {
        this.model = model;
        this.inspector = new ClusterInspector(side);
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        members.follow(model.people(), dialogs, model::go);
        keeping.follow(model.keeping(), model::refresh, dialogs);
        map.follow(model.map(), dialogs, model::go);
        closer.follow(model.closer(), model.groupProperty(), dialogs);
        rule.follow(model.rule(), model.groupProperty(), dialogs, this::saveRule);
        number.disableProperty().bind(model.newest().runningProperty());
        centres.onChosenProperty().set(key -> {
            var cell = ChartSpec.Cell.of(key);
            inspect(() -> model.open(cell.row(), cell.column()));
        });
        sizes.onChosenProperty().set(cluster -> inspect(() -> model.open(Integer.parseInt(cluster))));
        model.newest().madeProperty().subscribe(_ -> model.newest().value().ifPresent(this::show));
        model.groupProperty().subscribe(group -> group.ifPresent(this::mark));
    }

    @FXML
    private void saveSegments() {
        model.saveSegments(count -> Toast.show(
                groups,
                Texts.of("clusters.savedSegments", count),
                Texts.of("people.openSegments"),
                () -> model.go("segments")));
    }

    /** Whoever meets the rule is shown and becomes a segment. */
    private void saveRule() {
        model.rule().open(GroupRuleModel.Part.MET);
        members.makeSegment();
    }

    private void show(Clustering clustering) {
        var pieces = new ArrayList<Runnable>();
        pieces.add(() -> showNumber(clustering));
        pieces.add(() -> showDoubt(clustering));
        pieces.add(() -> showLone(ClustersModel.lone(clustering)));
        pieces.add(groups.getChildren()::clear);
        clustering.clusters().forEach(group -> pieces.add(() -> add(clustering, group)));
        if (isAlone(clustering)) {
            pieces.add(() -> Choices.show(pictures, false));
        } else {
            pieces.add(() -> show(pictures, () -> centres.setSpec(ClusterCharts.centres(clustering, model.words()))));
            pieces.add(() -> sizes.setSpec(ClusterCharts.sizes(clustering)));
        }
        pieces.add(() -> show(why, () -> why.showReason(clustering)));
        pieces.add(() -> why.showTried(clustering, model.tried(), model.gap()));
        showing.begin(pieces);
    }

    /** Where the method finds the number itself, or one alone was tried, there is none to choose. */
    private void showNumber(Clustering clustering) {
        Choices.show(
                numbers,
                clustering.plan().method().counts().isPresent() && model.tried().size() > 1);
        number.show(model.tried(), model.gap(), clustering.chosen().clusters(), model::choose);
    }

    private void showLone(long customers) {
        Choices.show(lone, customers > 0);
        lone.setText(Texts.of(
                customers == 1 ? "clusters.seeLoneOne" : "clusters.seeLone",
                Numbers.local().count(customers)));
    }

    @FXML
    private void openLone() {
        model.openLone();
        Scrolling.reveal(members);
    }

    /** Groups that chance would make as well are no groups, nor is one alone, and that is said before anything else of them. */
    private void showDoubt(Clustering clustering) {
        var soundness = clustering.soundness();
        if (isAlone(clustering)) {
            chance.show(MessageBar.Kind.WARNING, clustering.chosen().reason(), "");
        } else if (soundness.isKnown() && !soundness.nullTest().hasClusters()) {
            chance.show(MessageBar.Kind.WARNING, SoundnessWords.test(soundness), "");
        } else {
            chance.hide();
        }
    }

    /** One group differs from nothing. */
    private static boolean isAlone(Clustering clustering) {
        return clustering.clusters().size() == 1;
    }

    private void add(Clustering clustering, ClusterProfile group) {
        var card = new GroupCard(
                group,
                Trait.of(clustering, group, model.words()),
                clustering.soundness(),
                () -> inspect(() -> model.open(group.cluster())));
        groups.getChildren().add(card);
        model.groupProperty().get().ifPresent(chosen -> card.show(card.cluster() == chosen.cluster()));
    }

    /** Parts that were never filled are not there, so that they cost their styles and their layout only when their turn comes. */
    private static void show(Node part, Runnable fill) {
        fill.run();
        part.setManaged(true);
        part.setVisible(true);
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
                                group,
                                Trait.of(clustering, group, model.words()),
                                clustering.soundness(),
                                new ClusterInspector.Doing(members::makeSegment, name -> rename(group, name)))));
    }

    private void rename(ClusterProfile group, String name) {
        model.rename(group, name, () -> inspect(() -> model.open(group.cluster())));
    }
}
