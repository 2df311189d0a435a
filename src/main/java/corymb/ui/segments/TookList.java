package corymb.ui.segments;

import corymb.chart.PathWords;
import corymb.path.Funnel;
import corymb.ui.kit.Texts;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** How long each part of the way through a funnel took, a line each; a click chooses the part that is drawn. */
public final class TookList extends GridPane {
    private static final double BETWEEN_COLUMNS = 16;
    private static final double BETWEEN_ROWS = 4;

    public TookList() {
        setHgap(BETWEEN_COLUMNS);
        setVgap(BETWEEN_ROWS);
        getColumnConstraints().addAll(new ColumnConstraints(), times(), times());
    }

    private static ColumnConstraints times() {
        var column = new ColumnConstraints();
        column.setHalignment(HPos.RIGHT);
        column.setMinWidth(USE_PREF_SIZE);
        return column;
    }

    /** Shows the times of a funnel, those of the whole way chosen. */
    void show(Funnel funnel, IntConsumer choose) {
        getChildren().clear();
        addRow(0, muted("funnel.took.way"), muted("funnel.took.half"), muted("funnel.took.middle"));
        var steps = funnel.plan().steps();
        int whole = steps.count() - 1;
        var group = new ToggleGroup();
        // Of two steps the one part is the whole way.
        IntStream.rangeClosed(whole == 1 ? 1 : 0, whole).forEach(from -> {
            var part = part(PathWords.stretch(steps, from), () -> choose.accept(from));
            part.setToggleGroup(group);
            part.setSelected(from == whole);
            addRow(getRowCount(), part, new Label(half(funnel, from)), new Label(middle(funnel, from)));
        });
        choose.accept(whole);
    }

    private static ToggleButton part(String words, Runnable choose) {
        var part = new ToggleButton(words);
        part.setMnemonicParsing(false);
        part.getStyleClass().addAll("small", "flat");
        part.setOnAction(_ -> {
            // A click on the chosen one must not leave none chosen.
            part.setSelected(true);
            choose.run();
        });
        return part;
    }

    private static String half(Funnel funnel, int from) {
        return funnel.times()
                .get(from)
                .quartiles()
                .map(times -> PathWords.time(times.median()))
                .orElse("–");
    }

    private static String middle(Funnel funnel, int from) {
        return funnel.times()
                .get(from)
                .quartiles()
                .map(times ->
                        Texts.of("funnel.took.between", PathWords.time(times.first()), PathWords.time(times.third())))
                .orElse("–");
    }

    private static Label muted(String key) {
        var label = new Label(Texts.of(key));
        label.getStyleClass().add("muted");
        return label;
    }
}
