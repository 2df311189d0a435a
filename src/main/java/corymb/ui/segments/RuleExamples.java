package corymb.ui.segments;

import corymb.chart.RuleWords;
import corymb.rule.RuleParser;
import corymb.ui.kit.Disclosure;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** How rules are written, by examples that stand beside what they say; a click writes one where the text cursor is. */
final class RuleExamples {
    static final List<String> RULES = List.of(
            "monetary > 200 and country in (\"DE\", \"AT\")",
            "not (recency_days <= 90 or city is missing)",
            "city matches \"(burg|berg)$\"",
            "created_at more than 12 months ago",
            "did \"purchase\" where (value > 50) at least 2 times in the last 30 days",
            "did not \"purchase\" in the last 90 days",
            "did \"cart\" without \"purchase\" in the same session",
            "did \"view\" then \"purchase\" within 3 days",
            "sum of value of \"purchase\" from 2026-01-01 to 2026-03-31 > 200",
            "at least 2 of (frequency >= 4, monetary > 500, recency_days < 30)",
            "in segment \"Champions\" or among 500 most like segment \"Champions\" by (recency_days, monetary)");

    private RuleExamples() {}

    /** Fills in the examples when they are opened. */
    static void show(Disclosure in, Supplier<RuleWords> words, Consumer<String> take) {
        in.openProperty().subscribe(is -> {
            if (is) {
                in.setContent(lines(words.get(), take));
            }
        });
    }

    private static GridPane lines(RuleWords words, Consumer<String> take) {
        var lines = new GridPane(16, 6);
        for (double share : List.of(55.0, 45.0)) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            lines.getColumnConstraints().add(column);
        }
        for (var rule : RULES) {
            var meaning = new Label(words.of(RuleParser.parse(rule).require()));
            meaning.getStyleClass().add("muted");
            meaning.setWrapText(true);
            meaning.setMinHeight(Label.USE_PREF_SIZE);
            lines.addRow(lines.getRowCount(), example(rule, take), meaning);
        }
        return lines;
    }

    private static Button example(String rule, Consumer<String> take) {
        var example = new Button(rule);
        example.getStyleClass().addAll("small", "mono");
        example.setMnemonicParsing(false);
        example.setWrapText(true);
        example.setMinHeight(Button.USE_PREF_SIZE);
        example.setOnAction(_ -> take.accept(rule));
        return example;
    }
}
