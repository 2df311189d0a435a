package corymb.ui.quality;

import corymb.ui.kit.Dialogs;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.Screen;
import corymb.ui.session.Session;
import java.util.Map;
import javafx.scene.Parent;

/** Puts the page of quality together. */
public final class QualityPage {
    private QualityPage() {}

    /** The page, ready to be shown. */
    public static Parent load(Session session, Dialogs dialogs, Navigator navigator) {
        var model = new QualityModel(session, navigator);
        var repairs = new RepairListModel(session, model);
        var remedies = new Remedies(model, repairs, dialogs);
        return Screen.QUALITY.load(Map.of(
                QualityController.class, () -> new QualityController(model, remedies, dialogs),
                QualitySourceController.class, () -> new QualitySourceController(model, remedies),
                QualityRepairsController.class,
                        () -> new QualityRepairsController(repairs, new UnmatchedModel(session, model), dialogs),
                QualityChecksController.class,
                        () -> new QualityChecksController(model, new ChecksModel(session, model), dialogs),
                QualityColumnsController.class, () -> new QualityColumnsController(model),
                QualityTogetherController.class, () -> new QualityTogetherController(model),
                QualityRejectsController.class,
                        () -> new QualityRejectsController(new RepairModel(session, model), dialogs)));
    }
}
