package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.chart.SegmentCharts;
import corymb.project.SegmentFlows;
import corymb.project.SegmentLedger;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.Scrolling;
import corymb.ui.kit.Texts;
import corymb.ui.session.PeopleCard;
import java.time.ZoneId;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;

/** Ties the moves of the chosen segment to the model. */
public final class MovesController {
    private final MovesModel model;
    private final Navigator navigator;
    private final Dialogs dialogs;

    @FXML
    private VBox moves;

    @FXML
    private Card card;

    @FXML
    private MessageBar message;

    @FXML
    private Slider since;

    @FXML
    private Label sinceWhen;

    @FXML
    private MovedCauses causes;

    @FXML
    private MovedParts parts;

    @FXML
    private Label drift;

    @FXML
    private KnownOnDay known;

    @FXML
    private ChartPane sizes;

    @FXML
    private Card flowsCard;

    @FXML
    private ChartPane flows;

    @FXML
    private FlowList flowList;

    @FXML
    private PeopleCard moved;

    public MovesController(MovesModel model, Navigator navigator, Dialogs dialogs) {
        this.model = model;
        this.navigator = navigator;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        known.follow(model);
        Choices.shownWhile(moves, model.ledgerProperty().map(Optional::isPresent));
        since.valueProperty()
                .addListener((_, _, value) -> model.sinceProperty().set((int) Math.round(value.doubleValue())));
        model.ledgerProperty().subscribe(found -> found.ifPresent(this::follow));
        model.sinceProperty().addListener((_, _, _) -> show());
        model.seenProperty().subscribe(this::showSeen);
        model.endedProperty().addListener((_, _, outcome) -> message.show(outcome, dialogs));
        Choices.shownWhile(drift, drift.textProperty().isNotEmpty());
        moved.follow(model.people(), dialogs, navigator);
        model.people().shownProperty().subscribe(shown -> shown.ifPresent(_ -> Scrolling.reveal(moved)));
    }

    private void follow(SegmentLedger ledger) {
        int last = ledger.versions().size() - 2;
        since.setMax(last);
        Choices.show(since, last > 0);
        since.setValue(model.sinceProperty().get());
        sizes.setSpec(SegmentCharts.sizesOverTime(ledger));
        known.ask(ledger);
        show();
    }

    private void show() {
        model.ledgerProperty()
                .get()
                .filter(ledger ->
                        model.sinceProperty().get() < ledger.versions().size())
                .ifPresent(this::showSince);
    }

    private void showSince(SegmentLedger ledger) {
        var numbers = Numbers.local();
        var then = model.then();
        var now = ledger.now().value();
        since.setValue(model.sinceProperty().get());
        sinceWhen.setText(Texts.of(
                "segments.moves.foundAsOf",
                numbers.time(then.at(), ZoneId.systemDefault()),
                numbers.date(then.value().moment().lastDay())));
        card.setTitle(Texts.of("segments.moves.title", now.name()));
        card.setSubtitle(Texts.of(
                "segments.moves.net",
                numbers.count(then.value().count()),
                numbers.count(now.count()),
                MovedCauses.signed(now.count() - then.value().count())));
    }

    private void showSeen(Optional<MovesModel.Seen> seen) {
        causes.clear();
        seen.ifPresent(found -> causes.show(found.moved(), model));
        parts.show(seen.flatMap(found -> found.drift().parts()), model);
        drift.setText(seen.map(found -> model.inWords(found.drift())).orElse(""));
        showFlows(seen.map(MovesModel.Seen::flows));
    }

    private void showFlows(Optional<SegmentFlows> found) {
        var shown = found.filter(each -> !each.flows().isEmpty());
        Choices.show(flowsCard, shown.isPresent());
        flowList.clear();
        shown.ifPresent(each -> {
            flows.setSpec(SegmentCharts.flows(each, Texts.of("segments.moves.none")));
            flowList.show(each.flows(), model);
        });
    }
}
