package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.project.SegmentLedger;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** Asks who was in the chosen segment at the end of a day, on what was known then or on what is known now. */
public final class KnownOnDay extends FlowPane {
    private static final double BETWEEN = 8;
    private static final double DAY_WIDTH = 150;

    private final DatePicker day = new DatePicker();
    private final Button then = new Button();
    private final Button now = new Button(Texts.of("segments.moves.knownNow"));

    public KnownOnDay() {
        super(BETWEEN, BETWEEN);
        setRowValignment(VPos.CENTER);
        var asked = new Label(Texts.of("segments.moves.inItOn"));
        asked.getStyleClass().add("muted");
        day.setPrefWidth(DAY_WIDTH);
        day.setAccessibleText(Texts.of("segments.moves.day"));
        day.setId("day");
        then.setId("knownThen");
        now.setId("knownNow");
        then.getStyleClass().add("small");
        now.getStyleClass().add("small");
        getChildren().addAll(asked, day, then, now);
    }

    void follow(MovesModel model) {
        day.valueProperty().addListener((_, _, _) -> show(model));
        model.ledgerProperty().addListener((_, _, _) -> show(model));
        then.setOnAction(_ -> model.openKnownThen(day.getValue()));
        now.setOnAction(_ -> model.openKnownNow(day.getValue()));
    }

    /** Begins with the last day that the segment is found as of. */
    void ask(SegmentLedger ledger) {
        day.setValue(ledger.now().value().moment().lastDay());
    }

    private void show(MovesModel model) {
        var known = Optional.ofNullable(day.getValue()).flatMap(model::knownThen);
        then.setDisable(known.isEmpty());
        then.setText(known.map(version -> Texts.of(
                        "segments.moves.knownThen",
                        Numbers.local().count(version.value().count())))
                .orElseGet(() -> Texts.of("segments.moves.notYet")));
        now.setDisable(day.getValue() == null);
    }
}
