package corymb.ui.segments;

import corymb.ui.kit.Dialogs;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.Screen;
import corymb.ui.session.Session;
import java.util.Map;
import javafx.scene.Parent;

/** Puts the page of segments together. */
public final class SegmentsPage {
    private SegmentsPage() {}

    /** The page, ready to be shown. */
    public static Parent load(Session session, Dialogs dialogs, Navigator navigator, InspectorSide side) {
        var rule = new RuleEditorModel(session);
        var wizard = new SegmentWizard(() -> new NewSegmentModel(session), dialogs);
        var model = new SegmentsModel(session, navigator, rule);
        return Screen.SEGMENTS.load(Map.of(
                SegmentsController.class, () -> new SegmentsController(model, wizard, dialogs),
                MovesController.class,
                        () -> new MovesController(new MovesModel(session, model.chosenProperty()), navigator, dialogs),
                SegmentListController.class, () -> new SegmentListController(model, side),
                RuleEditorController.class, () -> new RuleEditorController(rule),
                RuleEffectsController.class,
                        () -> new RuleEffectsController(
                                new RuleEffectsModel(session, rule.ruleProperty()), dialogs, navigator),
                SegmentDetailsController.class, () -> new SegmentDetailsController(model, side, dialogs),
                TogetherController.class, () -> new TogetherController(model),
                OverlapController.class, () -> new OverlapController(new OverlapModel(session), navigator, dialogs),
                CombineController.class, () -> new CombineController(new CombineModel(session), navigator, dialogs),
                PolicyController.class, () -> new PolicyController(new PolicyModel(session), navigator, dialogs)));
    }
}
