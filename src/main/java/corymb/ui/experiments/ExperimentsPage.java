package corymb.ui.experiments;

import corymb.ui.kit.Dialogs;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.Screen;
import corymb.ui.session.Session;
import java.util.Map;
import javafx.scene.Parent;

/** Puts the page of tests together. */
public final class ExperimentsPage {
    private ExperimentsPage() {}

    /** The page, ready to be shown. */
    public static Parent load(Session session, Dialogs dialogs, Navigator navigator) {
        return load(new ExperimentsModel(session, navigator), dialogs);
    }

    static Parent load(ExperimentsModel model, Dialogs dialogs) {
        return Screen.EXPERIMENTS.load(Map.of(
                ExperimentsController.class, () -> new ExperimentsController(model, dialogs),
                PlanTestController.class, () -> new PlanTestController(model.plan()),
                PlannedTestController.class, () -> new PlannedTestController(model),
                SimulateTestController.class, () -> new SimulateTestController(model),
                SimulatedTestController.class, () -> new SimulatedTestController(model, dialogs),
                AnalyseTestController.class, () -> new AnalyseTestController(model),
                AnalysedTestController.class, () -> new AnalysedTestController(model, dialogs)));
    }
}
