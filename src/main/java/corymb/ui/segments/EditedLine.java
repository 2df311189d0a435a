package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.segment.RuleEdit;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** What an edited rule would do to its segment: how many stay, come in and drop out, as numbers that open their people. */
public final class EditedLine extends FlowPane {
    private static final double GAP = 8;

    public EditedLine() {
        setHgap(GAP);
        setVgap(GAP);
        setRowValignment(VPos.CENTER);
        setAlignment(Pos.CENTER_LEFT);
    }

    /** Follows what the rule would do; away where it is no edit of a segment there is. */
    void follow(RuleEffectsModel model) {
        Choices.shownWhile(this, model.editProperty().map(Optional::isPresent));
        model.editProperty().subscribe(found -> found.ifPresent(edit -> show(edit, model)));
    }

    private void show(RuleEdit edit, RuleEffectsModel model) {
        var numbers = Numbers.local();
        var kept = new Label(Texts.of("segments.editKept", model.edited(), numbers.count(edit.kept())));
        kept.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .setAll(
                        kept,
                        link("segments.editGained", edit.gained(), () -> model.openMoved(true)),
                        link("segments.editLost", edit.lost(), () -> model.openMoved(false)));
    }

    private static Button link(String key, long people, Runnable open) {
        var link = FunnelStep.link(Texts.of(key, Numbers.local().count(people)), open);
        link.setDisable(people == 0);
        return link;
    }
}
