package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.project.Made;
import corymb.segment.Segment;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.PageHeader;
import corymb.ui.kit.StatTile;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Toast;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;

/** Ties the page of segments to its model. */
public final class SegmentsController {
    private final SegmentsModel model;
    private final RuleEditorModel rule;
    private final SegmentWizard wizard;
    private final SegmentInspector inspector;
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
    private VBox results;

    @FXML
    private StatTile countTile;

    @FXML
    private StatTile unionTile;

    @FXML
    private StatTile repeatsTile;

    @FXML
    private StatTile largestTile;

    @FXML
    private TableGrid list;

    @FXML
    private ChartPane sizes;

    @FXML
    private Node editor;

    @FXML
    private VBox details;

    @FXML
    private Card membersCard;

    @FXML
    private TableGrid members;

    @FXML
    private Card overlapCard;

    @FXML
    private ChartPane overlap;

    public SegmentsController(
            SegmentsModel model, RuleEditorModel rule, SegmentWizard wizard, InspectorSide side, Dialogs dialogs) {
        this.model = model;
        this.rule = rule;
        this.wizard = wizard;
        this.dialogs = dialogs;
        inspector = new SegmentInspector(side, model);
    }

    @FXML
    private void initialize() {
        model.segmentsProperty().addListener((_, _, _) -> show());
        model.overlapProperty().addListener((_, _, _) -> showOverlap());
        model.chosenProperty().addListener((_, _, _) -> showChosen());
        model.membersProperty().addListener((_, _, rows) -> rows.ifPresent(members::show));
        model.outcomeProperty().addListener((_, _, outcome) -> message.show(outcome, dialogs));
        list.chosenProperty()
                .addListener((_, _, row) -> row.ifPresent(chosen -> {
                    model.choose(chosen.text(Texts.of("segments.name")));
                    inspect();
                }));
        sizes.onChosenProperty().set(name -> {
            model.choose(name);
            inspect();
        });
        members.onExportProperty().set(this::export);
        largestTile.setOnOpen(
                _ -> largest().ifPresent(made -> model.choose(made.value().name())));
        var remove = new MenuItem(Texts.of("segments.remove"));
        remove.setOnAction(_ -> remove());
        header.getItems().add(remove);
        model.membersProperty().get().ifPresent(members::show);
        show();
    }

    private void show() {
        boolean canDefine = model.hasFeatures();
        boolean hasSegments = !model.segmentsProperty().get().isEmpty();
        visible(missing, !hasSegments);
        visible(results, hasSegments);
        visible(details, hasSegments);
        visible(editor, canDefine);
        header.setAction(canDefine ? Texts.of("segments.new") : "");
        if (!hasSegments) {
            missing.setTitle(Texts.of(canDefine ? "segments.emptyTitle" : "segments.missingTitle"));
            missing.setText(Texts.of(canDefine ? "segments.emptyText" : "segments.missingText"));
            missing.setAction(Texts.of(canDefine ? "segments.new" : "segments.toFeatures"));
            missing.setOnAction(_ -> createOrGo(canDefine));
            header.setState("");
            staleNote.hide();
            return;
        }
        list.show(model.list());
        sizes.setSpec(model.sizes());
        showTiles();
        showOverlap();
        showChosen();
        showStale();
    }

    private void createOrGo(boolean canDefine) {
        if (canDefine) {
            create();
        } else {
            model.go("features");
        }
    }

    private Optional<Made<Segment>> largest() {
        return model.segmentsProperty().get().stream()
                .max(Comparator.comparingLong(made -> made.value().count()));
    }

    private void showTiles() {
        var numbers = Numbers.local();
        int count = model.segmentsProperty().get().size();
        header.setState(Texts.of("segments.stateLine", count, numbers.count(model.population())));
        countTile.setNumber(numbers.count(count));
        int stale = model.stale().size();
        countTile.setComparison(stale == 0 ? Texts.of("segments.allFresh") : Texts.of("segments.someStale", stale));
        largest().ifPresent(made -> {
            largestTile.setNumber(numbers.count(made.value().count()));
            largestTile.setComparison(made.value().name());
        });
    }

    private void showOverlap() {
        var shared = model.overlapProperty().get();
        visible(overlapCard, shared.isPresent());
        var numbers = Numbers.local();
        shared.ifPresent(found -> {
            overlap.setSpec(SegmentCharts.overlap(found));
            unionTile.setNumber(numbers.count(found.union()));
            unionTile.setComparison(
                    Texts.of("segments.ofAll", numbers.percent((double) found.union() / model.population())));
            repeatsTile.setNumber(numbers.count(found.repeats()));
            repeatsTile.setComparison(Texts.of("segments.repeatsMeaning"));
        });
        if (shared.isEmpty()) {
            largest().ifPresent(made -> {
                unionTile.setNumber(numbers.count(made.value().count()));
                unionTile.setComparison(Texts.of(
                        "segments.ofAll", numbers.percent(made.value().share().value())));
                repeatsTile.setNumber(numbers.count(0));
                repeatsTile.setComparison(Texts.of("segments.repeatsMeaning"));
            });
        }
    }

    private void showChosen() {
        model.chosenProperty().get().ifPresent(made -> {
            var numbers = Numbers.local();
            membersCard.setTitle(Texts.of("segments.membersOf", made.value().name()));
            membersCard.setSubtitle(Texts.of(
                    "segments.membersFacts",
                    numbers.count(made.value().count()),
                    numbers.percent(made.value().share().value()),
                    numbers.time(made.at(), ZoneId.systemDefault())));
        });
    }

    private void showStale() {
        if (model.stale().isEmpty()) {
            staleNote.hide();
        } else if (model.areFeaturesStale()) {
            staleNote.show(
                    MessageBar.Kind.WARNING,
                    Texts.of("segments.featuresStale"),
                    Texts.of("segments.toFeatures"),
                    () -> model.go("features"));
        } else {
            staleNote.show(
                    MessageBar.Kind.WARNING,
                    Texts.of("segments.areStale"),
                    Texts.of("segments.refresh"),
                    model::refresh);
        }
    }

    private void inspect() {
        model.chosenProperty().get().ifPresent(made -> inspector.show(made, this::edit, this::remove));
    }

    @FXML
    private void create() {
        wizard.open(page);
    }

    @FXML
    private void edit() {
        model.chosenProperty().get().ifPresent(made -> {
            rule.edit(made.value().name(), made.value().plan().ruleText());
            editor.lookup(".text-area").requestFocus();
        });
    }

    @FXML
    private void export() {
        model.goWith("exports");
    }

    private void remove() {
        model.chosenProperty().get().ifPresent(made -> {
            var name = made.value().name();
            model.remove(name);
            Toast.show(page, Texts.of("segments.removed", name), Texts.of("segments.undo"), model::undo);
        });
    }

    private static void visible(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }
}
