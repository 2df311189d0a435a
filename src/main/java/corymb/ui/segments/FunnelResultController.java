package corymb.ui.segments;

import corymb.chart.FunnelCharts;
import corymb.project.PathSteps.CountedFunnel;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.Scrolling;
import corymb.ui.session.PeopleCard;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.layout.VBox;

/** Shows what came of a funnel. */
public final class FunnelResultController {
    private final FunnelModel model;
    private final Navigator navigator;
    private final Dialogs dialogs;

    @FXML
    private VBox funnelResult;

    @FXML
    private ChartPane bars;

    @FXML
    private ChartPane times;

    @FXML
    private TookList took;

    @FXML
    private Card partsCard;

    @FXML
    private ChartPane parts;

    @FXML
    private Card leavingCard;

    @FXML
    private LeavingList leaving;

    @FXML
    private PeopleCard funnelPeople;

    public FunnelResultController(FunnelModel model, Navigator navigator, Dialogs dialogs) {
        this.model = model;
        this.navigator = navigator;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        var counted = model.counting().countedProperty();
        Choices.shownWhile(funnelResult, counted.map(Optional::isPresent));
        counted.subscribe(found -> found.ifPresent(this::show));
        bars.onChosenProperty().set(key -> model.open(Integer.parseInt(key), false));
        parts.onChosenProperty().set(model::openPart);
        funnelPeople.follow(model.counting().people(), dialogs, navigator);
        model.counting()
                .people()
                .shownProperty()
                .subscribe(shown -> shown.ifPresent(_ -> Scrolling.reveal(funnelPeople)));
    }

    private void show(CountedFunnel found) {
        var funnel = found.funnel();
        bars.setSpec(FunnelCharts.steps(funnel));
        took.show(funnel, way -> times.setSpec(FunnelCharts.times(funnel, way)));
        if (!funnel.parts().isEmpty()) {
            parts.setSpec(FunnelCharts.parts(funnel));
        }
        Choices.show(partsCard, !funnel.parts().isEmpty());
        leaving.show(found, model);
        Choices.show(leavingCard, !found.leaving().isEmpty());
        Scrolling.reveal(funnelResult);
    }
}
