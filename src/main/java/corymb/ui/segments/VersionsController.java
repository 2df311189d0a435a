package corymb.ui.segments;

import corymb.project.RuleVersion;
import corymb.ui.kit.Card;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.Texts;
import corymb.ui.session.PeopleCard;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.layout.VBox;

/** Ties the versions of the chosen segment's rule to the model. */
public final class VersionsController {
    private final VersionsModel model;
    private final Navigator navigator;
    private final Dialogs dialogs;

    @FXML
    private VBox versions;

    @FXML
    private Card versionsCard;

    @FXML
    private MessageBar versionsMessage;

    @FXML
    private VersionList versionList;

    @FXML
    private PeopleCard movedByEdit;

    public VersionsController(VersionsModel model, Navigator navigator, Dialogs dialogs) {
        this.model = model;
        this.navigator = navigator;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        Choices.shownWhile(versions, model.versionsProperty().map(found -> !found.isEmpty()));
        model.versionsProperty().subscribe(this::show);
        model.endedProperty().addListener((_, _, outcome) -> versionsMessage.show(outcome, dialogs));
        movedByEdit.follow(model.people(), dialogs, navigator);
    }

    private void show(List<RuleVersion> found) {
        versionList.clear();
        if (!found.isEmpty()) {
            versionsCard.setTitle(Texts.of("segments.versions.title", found.size()));
            versionList.show(found, model);
        }
    }
}
