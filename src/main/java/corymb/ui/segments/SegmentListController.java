package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.project.Made;
import corymb.segment.Overlap;
import corymb.segment.Segment;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.StatTile;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import java.util.Comparator;
import java.util.Optional;
import javafx.fxml.FXML;

/** Ties the list of segments and its key figures to the model. */
public final class SegmentListController {
    private final SegmentsModel model;
    private final SegmentInspector inspector;

    @FXML
    private StatTile countTile;

    @FXML
    private StatTile unionTile;

    @FXML
    private StatTile severalTile;

    @FXML
    private StatTile largestTile;

    @FXML
    private TableGrid list;

    public SegmentListController(SegmentsModel model, InspectorSide side) {
        this.model = model;
        this.inspector = new SegmentInspector(side, model);
    }

    @FXML
    private void initialize() {
        model.segmentsProperty().subscribe(_ -> show());
        model.overlapProperty().subscribe(_ -> showShared());
        list.chosenProperty()
                .addListener((_, _, row) -> row.ifPresent(chosen -> look(chosen.text(Texts.of("segments.name")))));
        model.chosenProperty().addListener((_, _, chosen) -> chosen.ifPresent(inspector::follow));
        largestTile.setOnOpen(_ -> largest().ifPresent(made -> look(made.value().name())));
        unionTile.setOnOpen(_ -> model.openInAtLeast(1));
        severalTile.setOnOpen(_ -> model.openInAtLeast(2));
    }

    private void look(String name) {
        model.choose(name);
        model.chosenProperty().get().ifPresent(inspector::show);
    }

    private Optional<Made<Segment>> largest() {
        return model.segmentsProperty().get().stream()
                .max(Comparator.comparingLong(made -> made.value().count()));
    }

    private void show() {
        var numbers = Numbers.local();
        list.show(model.list());
        countTile.setNumber(numbers.count(model.segmentsProperty().get().size()));
        int stale = model.stale().size();
        countTile.setComparison(stale == 0 ? Texts.of("segments.allFresh") : Texts.of("segments.someStale", stale));
        largest().ifPresent(made -> {
            largestTile.setNumber(numbers.count(made.value().count()));
            largestTile.setComparison(made.value().name());
        });
        showShared();
    }

    /** Of a single segment the union is itself. */
    private void showShared() {
        var numbers = Numbers.local();
        var shared = model.overlapProperty().get();
        long union = shared.map(found -> found.union())
                .or(() -> largest().map(made -> made.value().count()))
                .orElse(0L);
        unionTile.setNumber(numbers.count(union));
        unionTile.setComparison(
                Texts.of("segments.ofAll", numbers.percent((double) union / Math.max(1, model.population()))));
        long several = shared.map(Overlap::several).orElse(0L);
        severalTile.setNumber(numbers.count(several));
        severalTile.setComparison(
                Texts.of("segments.severalShare", numbers.percent((double) several / Math.max(1, union))));
    }
}
