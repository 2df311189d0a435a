package corymb.ui.segments;

import corymb.segment.RuleParts;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** How many each condition of the rule brought in and took out, a line each, as numbers that open their people. */
public final class MovedParts extends GridPane {
    private static final double WIDEST = 560;

    public MovedParts() {
        setHgap(MovedCauses.BETWEEN_COLUMNS);
        setVgap(MovedCauses.BETWEEN_ROWS);
        var words = new ColumnConstraints();
        words.setMaxWidth(WIDEST);
        getColumnConstraints().addAll(words, MovedCauses.numbers(), MovedCauses.numbers(), MovedCauses.numbers());
    }

    void show(Optional<RuleParts> found, MovesModel model) {
        getChildren().clear();
        Choices.show(this, found.isPresent());
        found.ifPresent(parts -> fill(parts, model));
    }

    private void fill(RuleParts found, MovesModel model) {
        var heading = MovedCauses.muted("segments.parts.what");
        heading.setTooltip(new Tooltip(Texts.of("segments.parts.more")));
        addRow(
                0,
                heading,
                MovedCauses.muted("segments.moves.in"),
                MovedCauses.muted("segments.moves.out"),
                MovedCauses.muted("segments.parts.net"));
        List<RuleParts.Part> parts = found.parts();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var words = new Label(model.words(part));
            words.setWrapText(true);
            addRow(
                    i + 1,
                    words,
                    MovedCauses.link(
                            MovedCauses.signed(part.entered()), () -> model.open(found, part, true), part.entered()),
                    MovedCauses.link(
                            MovedCauses.signed(-part.left()), () -> model.open(found, part, false), part.left()),
                    new Label(MovedCauses.signed(part.net())));
        }
        long entered = parts.stream().mapToLong(RuleParts.Part::entered).sum();
        long left = parts.stream().mapToLong(RuleParts.Part::left).sum();
        addRow(
                parts.size() + 1,
                new Label(Texts.of("segments.moves.all")),
                new Label(MovedCauses.signed(entered)),
                new Label(MovedCauses.signed(-left)),
                new Label(MovedCauses.signed(entered - left)));
    }
}
