package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.segment.Moved;
import corymb.ui.kit.Texts;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** How many came in and went out, a line each cause, as numbers that open their people. */
public final class MovedCauses extends GridPane {
    static final double BETWEEN_COLUMNS = 24;
    static final double BETWEEN_ROWS = 4;

    public MovedCauses() {
        setHgap(BETWEEN_COLUMNS);
        setVgap(BETWEEN_ROWS);
        getColumnConstraints().addAll(new ColumnConstraints(), numbers(), numbers());
    }

    static ColumnConstraints numbers() {
        var column = new ColumnConstraints();
        column.setHalignment(HPos.RIGHT);
        return column;
    }

    void clear() {
        getChildren().clear();
    }

    void show(List<Moved> causes, MovesModel model) {
        addRow(0, muted("segments.moves.why"), muted("segments.moves.in"), muted("segments.moves.out"));
        for (int i = 0; i < causes.size(); i++) {
            var cause = causes.get(i);
            addRow(
                    i + 1,
                    new Label(MovesModel.words(cause.cause())),
                    link(signed(cause.entered()), () -> model.open(cause.cause(), true), cause.entered()),
                    link(signed(-cause.left()), () -> model.open(cause.cause(), false), cause.left()));
        }
        addRow(
                causes.size() + 1,
                new Label(Texts.of("segments.moves.all")),
                new Label(signed(causes.stream().mapToLong(Moved::entered).sum())),
                new Label(signed(-causes.stream().mapToLong(Moved::left).sum())));
        long then = model.then().value().count();
        var members = link(Texts.of("segments.moves.then", Numbers.local().count(then)), model::openThen, then);
        add(members, 0, causes.size() + 2, REMAINING, 1);
    }

    static Label muted(String key) {
        var label = new Label(Texts.of(key));
        label.getStyleClass().add("muted");
        return label;
    }

    /** Words that open some people, where there are any. */
    static Button link(String words, Runnable open, long people) {
        var button = new Button(words);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("flat", "words-link");
        button.setDisable(people == 0);
        button.setOnAction(_ -> open.run());
        return button;
    }

    static String signed(long count) {
        var numbers = Numbers.local();
        return count > 0 ? "+" + numbers.count(count) : count < 0 ? "−" + numbers.count(-count) : "0";
    }
}
