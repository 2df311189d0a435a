package corymb.ui.recommend;

import corymb.ui.kit.Dialogs;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.Screen;
import corymb.ui.session.Session;
import java.util.Map;
import javafx.scene.Parent;

/** Puts the page of recommendations together. */
public final class RecommendPage {
    private RecommendPage() {}

    /** The page, ready to be shown. */
    public static Parent load(Session session, Dialogs dialogs, Navigator navigator, InspectorSide side) {
        return load(new RecommendModel(session, navigator), dialogs, side);
    }

    static Parent load(RecommendModel model, Dialogs dialogs, InspectorSide side) {
        return Screen.RECOMMEND.load(Map.of(
                RecommendController.class, () -> new RecommendController(model, dialogs),
                RecommendPlanController.class, () -> new RecommendPlanController(model),
                RecommendResultController.class, () -> new RecommendResultController(model, dialogs, side)));
    }
}
