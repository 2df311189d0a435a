package corymb.ui.quality;

import corymb.quality.QualityReport;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Columns;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.PageHeader;
import corymb.ui.kit.Texts;
import corymb.ui.quality.QualityModel.Stage;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;

/** Ties the page of quality to its model: the whole, and what to mend first. */
public final class QualityController {
    private final QualityModel model;
    private final Remedies remedies;
    private final Dialogs dialogs;

    @FXML
    private PageHeader header;

    @FXML
    private MessageBar message;

    @FXML
    private MessageBar staleNote;

    @FXML
    private EmptyState empty;

    @FXML
    private VBox filled;

    @FXML
    private Label score;

    @FXML
    private Label grade;

    @FXML
    private Label explanation;

    @FXML
    private Columns overview;

    @FXML
    private Card mend;

    @FXML
    private Card compared;

    @FXML
    private ChartPane sources;

    @FXML
    private FindingList worst;

    QualityController(QualityModel model, Remedies remedies, Dialogs dialogs) {
        this.model = model;
        this.remedies = remedies;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        header.stateProperty().bind(model.stateProperty());
        model.stageProperty().subscribe(this::showStage);
        model.endedProperty().subscribe(ended -> ended.ifPresent(outcome -> message.show(outcome, dialogs)));
        model.reportProperty().subscribe(report -> report.ifPresent(this::showReport));
        sources.onChosenProperty().set(model::choose);
    }

    @FXML
    private void act() {
        model.act();
    }

    private void showStage(Stage stage) {
        var action = switch (stage) {
            case NO_SOURCES -> Texts.of("quality.importFirst");
            case NOT_ASSESSED -> Texts.of("quality.assess");
            case STALE -> Texts.of("quality.again");
            case ASSESSED -> Texts.of("quality.goOn");
        };
        boolean isEmpty = stage == Stage.NO_SOURCES || stage == Stage.NOT_ASSESSED;
        header.setAction(isEmpty ? "" : action);
        empty.setAction(action);
        Choices.show(empty, isEmpty);
        Choices.show(filled, !isEmpty);
        header.getItems().clear();
        if (stage == Stage.ASSESSED) {
            var again = new MenuItem(Texts.of("quality.again"));
            again.setOnAction(_ -> model.assess());
            header.getItems().add(again);
        }
        if (stage == Stage.STALE) {
            staleNote.show(MessageBar.Kind.WARNING, Texts.of("quality.changed"), "");
        } else {
            staleNote.hide();
        }
    }

    private void showReport(QualityReport report) {
        score.setText(QualityWords.score(report.score()));
        grade.setText(QualityWords.grade(report.score()));
        explanation.setText(QualityWords.explanation(report));
        Choices.show(mend, !model.worst().isEmpty());
        Choices.show(compared, report.sources().size() > 1);
        Choices.show(overview, mend.isVisible() || compared.isVisible());
        if (!report.sources().isEmpty()) {
            sources.setSpec(QualityCharts.sources(report));
        }
        worst.show(model.worst(), true, model::open, remedies);
    }
}
