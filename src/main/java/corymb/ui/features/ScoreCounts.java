package corymb.ui.features;

import corymb.chart.Numbers;
import corymb.feature.Cuts;
import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.feature.ScoreTrial;
import corymb.feature.ScoreTrial.Held;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** How many buyers get which score and of what values, beside what the other policies for equal values would make of them. */
final class ScoreCounts extends VBox {
    private final GridPane grid = new GridPane();
    private final Label finding = new Label();

    ScoreCounts() {
        grid.setHgap(24);
        grid.setVgap(4);
        finding.setWrapText(true);
        finding.setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("near");
        getChildren().setAll(finding, grid);
        Choices.show(this, false);
    }

    void show(Optional<ScoreTrial> trial, Part part) {
        Choices.show(this, trial.isPresent());
        trial.ifPresent(found -> fill(found, part));
    }

    private void fill(ScoreTrial trial, Part part) {
        finding.setText(finding(trial, part));
        grid.getChildren().clear();
        cell(0, 0, Texts.of("features.score"), "muted");
        cell(1, 0, ScoreFields.words(part), "muted");
        for (int way = 0; way < trial.ways().size(); way++) {
            cell(2 + way, 0, heading(trial.ways().get(way).cuts()), way == 0 ? "strong" : "muted");
        }
        var scores = trial.ways().getFirst().scores();
        for (int place = 0; place < scores.size(); place++) {
            int row = scores.size() - place;
            cell(0, row, Integer.toString(scores.get(place).score()), "strong");
            cell(1, row, range(scores.get(place)), "");
            for (int way = 0; way < trial.ways().size(); way++) {
                var held = trial.ways().get(way).scores().get(place);
                cell(2 + way, row, Numbers.local().count(held.customers()), way == 0 ? "strong" : "muted");
            }
        }
    }

    private void cell(int column, int row, String text, String style) {
        var label = new Label(text);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        GridPane.setHalignment(label, column == 0 || column == 1 ? HPos.LEFT : HPos.RIGHT);
        grid.add(label, column, row);
    }

    private static String heading(Cuts cuts) {
        return switch (cuts) {
            case Cuts.Edges _ -> Texts.of("features.customers");
            case Cuts.Quantiles shares ->
                Texts.of("features.tiesBrief." + shares.ties().name().toLowerCase(Locale.ROOT));
        };
    }

    private static String range(Held held) {
        var numbers = Numbers.local();
        if (held.customers() == 0) {
            return "–";
        }
        return held.least() == held.most()
                ? numbers.prose(held.least())
                : Texts.of("features.fromTo", numbers.prose(held.least()), numbers.prose(held.most()));
    }

    /** What equal values do to the scores, and what that means. */
    private static String finding(ScoreTrial trial, Part part) {
        var numbers = Numbers.local();
        if (trial.buyers() == 0) {
            return Texts.of("features.noBuyers");
        }
        var way = trial.ways().getFirst();
        var empty = empty(way.scores());
        var alike = numbers.count(trial.alike());
        var buyers = numbers.count(trial.buyers());
        var value = value(trial.commonest(), part);
        if (isParted(way.cuts()) && areAlikeApart(way.scores())) {
            return Texts.of("features.tiesParted", alike, buyers, value);
        }
        return empty.isEmpty()
                ? Texts.of("features.allScored", alike, buyers, value)
                : Texts.of("features.emptyScores", alike, buyers, value, empty);
    }

    private static String value(double value, Part part) {
        var key = "features.valueOf." + part.name().toLowerCase(Locale.ROOT);
        return value == 1 && part != Part.MONETARY
                ? Texts.of(key + "One")
                : Texts.of(key, Numbers.local().prose(value));
    }

    private static boolean isParted(Cuts cuts) {
        return cuts instanceof Cuts.Quantiles shares && shares.ties() == Cuts.Ties.PARTED;
    }

    /** Whether customers of equal value have different scores; of recency, less is better. */
    private static boolean areAlikeApart(List<Held> scores) {
        var held = scores.stream().filter(each -> each.customers() > 0).toList();
        for (int place = 1; place < held.size(); place++) {
            var lower = held.get(place - 1);
            var higher = held.get(place);
            if (lower.most() == higher.least() || lower.least() == higher.most()) {
                return true;
            }
        }
        return false;
    }

    private static String empty(List<Held> scores) {
        return scores.stream()
                .filter(held -> held.customers() == 0)
                .map(held -> Integer.toString(held.score()))
                .collect(Collectors.joining(", "));
    }
}
