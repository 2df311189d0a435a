package corymb.ui.quality;

import corymb.chart.Axis;
import corymb.chart.Caption;
import corymb.chart.ChartSpec;
import corymb.chart.ChartSpec.Mark;
import corymb.chart.Numbers;
import corymb.chart.Palette;
import corymb.quality.DimensionScore;
import corymb.quality.QualityReport;
import corymb.quality.SourceQuality;
import corymb.table.Table;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The charts about sources: scores and the reasons of rejected rows. */
final class QualityCharts {
    private static final int MOST_BARS = 12;
    private static final double FINE = 95;

    private QualityCharts() {}

    /** The sources from the weakest on. */
    static ChartSpec sources(QualityReport report) {
        var sorted = report.sources().stream()
                .sorted(Comparator.comparingDouble(SourceQuality::score))
                .toList();
        var weakest = sorted.getFirst();
        var finding = weakest.score() >= FINE
                ? fine("quality.sourcesWhole", "quality.sourcesFine", weakest.score(), "")
                : Texts.of("quality.sourcesWorst", weakest.source());
        var marks = sorted.stream()
                .limit(MOST_BARS)
                .map(quality -> mark(quality.source(), quality.source(), quality.score(), quality.equals(weakest)))
                .toList();
        return new ChartSpec.RankedBars(new Caption(finding, Texts.of("quality.sourcesDrawn")), Axis.score(""), marks);
    }

    /** The sides of a source's quality from the weakest on. */
    static ChartSpec dimensions(SourceQuality quality) {
        var sorted = ranked(quality);
        var weakest = sorted.getFirst();
        var finding = weakest.score() >= FINE
                ? fine("quality.dimensionsWhole", "quality.dimensionsFine", weakest.score(), quality.source())
                : Texts.of(
                        "quality.dimensionsWorst",
                        QualityWords.dimension(weakest.dimension()),
                        quality.source(),
                        QualityWords.score(weakest.score()));
        var marks = sorted.stream()
                .map(score -> mark(
                        score.dimension().name(),
                        QualityWords.dimension(score.dimension()),
                        score.score(),
                        score.equals(weakest)))
                .toList();
        return new ChartSpec.RankedBars(
                new Caption(finding, Texts.of("quality.dimensionsDrawn")), Axis.score(""), marks);
    }

    /** More than all points there are not. */
    private static String fine(String whole, String fine, double score, String source) {
        boolean isWhole = DimensionScore.points(score) == 100;
        return Texts.of(isWhole ? whole : fine, source, QualityWords.score(score));
    }

    static List<DimensionScore> ranked(SourceQuality quality) {
        return quality.dimensions().stream()
                .sorted(Comparator.comparingDouble(DimensionScore::score))
                .toList();
    }

    /** Scores that are fine stand back, unless they are the weakest. */
    private static Mark mark(String key, String label, double score, boolean isWeakest) {
        boolean isMeant = isWeakest || score < FINE;
        return new Mark(key, label, (double) DimensionScore.points(score), isMeant ? Palette.ACCENT : Palette.GREYED);
    }

    /**
     * Why rows were not taken.
     *
     * @param reasons a row a reason with its number of rows, most first
     */
    static ChartSpec reasons(Table reasons) {
        var marks = new ArrayList<Mark>();
        double all = 0;
        for (int row = 0; row < reasons.rowCount(); row++) {
            double rows = reasons.numbers("n").get(row);
            all += rows;
            marks.add(Mark.of(reasons.text(row, "reason"), rows));
        }
        var first = marks.getFirst();
        var share = Numbers.local().percent(first.value() / all);
        return new ChartSpec.RankedBars(
                new Caption(Texts.of("quality.reasonsTitle", share, first.label()), Texts.of("quality.reasonsDrawn")),
                Axis.of(""),
                marks);
    }
}
