package corymb.ui.exports;

import corymb.chart.Numbers;
import corymb.report.ExportPreview;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.StatTile;
import corymb.ui.kit.Texts;
import corymb.ui.session.PeopleCard;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;

/** Ties the counts of what leaves and who is withheld to the model; a click on one shows the rows and people behind it. */
public final class ExportPeopleController {
    private final ExportsModel model;
    private final Dialogs dialogs;

    @FXML
    private StatTile leaving;

    @FXML
    private StatTile denied;

    @FXML
    private StatTile withdrawn;

    @FXML
    private StatTile unknown;

    @FXML
    private PeopleCard behind;

    public ExportPeopleController(ExportsModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        var holdsConsents =
                Bindings.createBooleanBinding(model::holdsConsents, model.previewProperty(), model.purposes());
        List.of(denied, withdrawn, unknown).forEach(tile -> Choices.shownWhile(tile, holdsConsents));
        behind.follow(model.people(), dialogs, model::go);
        model.previewProperty().subscribe(this::show);
    }

    private void show(Optional<ExportPreview> counts) {
        leaving.setNumber(number(counts.map(ExportPreview::rows)));
        leaving.setComparison(counts.map(
                        found -> Texts.of("exports.ofRows", Numbers.local().count(found.shown())))
                .orElse(""));
        denied.setNumber(number(counts.map(found -> found.withheld().denied())));
        withdrawn.setNumber(number(counts.map(found -> found.withheld().withdrawn())));
        unknown.setNumber(number(counts.map(found -> found.withheld().unknown())));
    }

    private static String number(Optional<Long> value) {
        return value.map(Numbers.local()::count).orElse(Numbers.MISSING);
    }

    @FXML
    private void openLeaving() {
        model.openLeaving();
    }

    @FXML
    private void openDenied() {
        model.openWithheld(Answer.DENIED);
    }

    @FXML
    private void openWithdrawn() {
        model.openWithheld(Answer.WITHDRAWN);
    }

    @FXML
    private void openUnknown() {
        model.openWithheld(Answer.UNKNOWN);
    }
}
