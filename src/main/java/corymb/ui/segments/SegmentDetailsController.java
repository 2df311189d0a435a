package corymb.ui.segments;

import corymb.chart.ChartSpec;
import corymb.chart.Numbers;
import corymb.chart.SegmentCharts;
import corymb.project.Made;
import corymb.segment.Segment;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Scrolling;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Toast;
import corymb.ui.session.PeopleCard;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/** Ties the chosen segment, and how it stands to the others, to the model. */
public final class SegmentDetailsController {
    private final SegmentsModel model;
    private final SegmentInspector inspector;
    private final Dialogs dialogs;

    @FXML
    private Card membersCard;

    @FXML
    private Label words;

    @FXML
    private TableGrid members;

    @FXML
    private Label misfit;

    @FXML
    private ChartPane sizes;

    @FXML
    private Card overlapCard;

    @FXML
    private ChartPane overlap;

    @FXML
    private PeopleCard shared;

    public SegmentDetailsController(SegmentsModel model, InspectorSide side, Dialogs dialogs) {
        this.model = model;
        this.inspector = new SegmentInspector(side, model);
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        model.segmentsProperty().subscribe(segments -> {
            if (!segments.isEmpty()) {
                sizes.setSpec(model.sizes());
            }
        });
        model.chosenProperty().subscribe(chosen -> chosen.ifPresent(this::show));
        model.membersProperty().subscribe(rows -> rows.ifPresent(found -> members.show(found, model.fields()::brief)));
        members.onExportProperty().set(this::export);
        sizes.onChosenProperty().set(name -> {
            model.choose(name);
            model.chosenProperty().get().ifPresent(inspector::show);
        });
        Choices.shownWhile(overlapCard, model.overlapProperty().map(Optional::isPresent));
        model.overlapProperty()
                .subscribe(found -> found.map(SegmentCharts::overlap).ifPresent(overlap::setSpec));
        overlap.onChosenProperty().set(key -> {
            var cell = ChartSpec.Cell.of(key);
            model.openShared(SegmentCharts.place(cell.row()), SegmentCharts.place(cell.column()));
        });
        shared.follow(model.shared(), dialogs, model::go);
        model.shared().shownProperty().subscribe(shown -> shown.ifPresent(_ -> Scrolling.reveal(shared)));
        model.profileProperty()
                .addListener((_, _, written) -> written.ifPresent(file -> Toast.show(
                        membersCard,
                        Texts.of("segments.profiled", file.getFileName()),
                        Texts.of("segments.showProfile"),
                        () -> dialogs.reveal(file))));
    }

    private void show(Made<Segment> made) {
        var numbers = Numbers.local();
        membersCard.setTitle(Texts.of("segments.membersOf", made.value().name()));
        membersCard.setSubtitle(Texts.of(
                "segments.membersFacts",
                numbers.count(made.value().count()),
                numbers.percent(made.value().share().value()),
                numbers.time(made.at(), ZoneId.systemDefault())));
        words.setText(model.inWords(made));
        misfit.setText(
                model.misfit(made).map(why -> Texts.of("segments.misfit", why)).orElse(""));
        Choices.show(misfit, !misfit.getText().isEmpty());
    }

    @FXML
    private void edit() {
        model.edit();
    }

    @FXML
    private void profile() {
        dialogs.chooseTarget(
                        Texts.of("segments.profile"),
                        model.profileName(),
                        new Dialogs.FileKind("HTML", List.of("*.html")))
                .ifPresent(model::writeProfile);
    }

    @FXML
    private void export() {
        model.goWith("exports");
    }
}
