package corymb.ui.segments;

import corymb.ui.kit.Dialogs;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.Screen;
import corymb.ui.session.SelfRefresh;
import corymb.ui.session.Session;
import javafx.scene.Parent;

/** Puts the page of segments together. */
public final class SegmentsPage {
    private SegmentsPage() {}

    /** The page, ready to be shown. */
    public static Parent load(
            Session session, SelfRefresh refresh, Dialogs dialogs, Navigator navigator, InspectorSide side) {
        var rule = new RuleEditorModel(session);
        var wizard = new SegmentWizard(() -> new NewSegmentModel(session), dialogs);
        var model = new SegmentsModel(session, navigator, rule);
        var paths = new PathsModel(session);
        var funnel = new FunnelModel(session);
        var cohorts = new CohortsModel(session);
        return Screen.SEGMENTS.loadWith(
                new SegmentsController(
                        model, wizard, new SegmentsMenu(model, refresh, new RulesMenu(session, dialogs)), dialogs),
                new VersionsController(new VersionsModel(session, model.chosenProperty()), navigator, dialogs),
                new MovesController(new MovesModel(session, model.chosenProperty()), navigator, dialogs),
                new SegmentListController(model, side),
                new RuleEditorController(rule),
                new RuleEffectsController(
                        new RuleEffectsModel(session, rule.ruleProperty(), rule.nameProperty()), dialogs, navigator),
                new SegmentDetailsController(model, side, dialogs),
                new TogetherController(model),
                new OverlapController(new OverlapModel(session), navigator, dialogs),
                new CombineController(new CombineModel(session), navigator, dialogs),
                new PolicyController(new PolicyModel(session), navigator, dialogs),
                new CompareController(new CompareModel(session), dialogs),
                new PathsController(paths, dialogs),
                new FunnelController(funnel, paths, dialogs),
                new FunnelResultController(funnel, navigator, dialogs),
                new CohortsController(cohorts, paths, dialogs),
                new CohortsResultController(cohorts, navigator, dialogs));
    }
}
