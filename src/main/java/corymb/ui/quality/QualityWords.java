package corymb.ui.quality;

import corymb.chart.Numbers;
import corymb.quality.ColumnProfile;
import corymb.quality.Dimension;
import corymb.quality.DimensionScore;
import corymb.quality.QualityReport;
import corymb.quality.Severity;
import corymb.quality.SourceQuality;
import corymb.table.ColumnType;
import corymb.ui.kit.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;

/** What scores, columns and findings are called on the screen. */
final class QualityWords {
    private static final double GREAT = 95;
    private static final double GOOD = 85;
    private static final double USABLE = 70;

    private QualityWords() {}

    static String dimension(Dimension dimension) {
        return Texts.of("quality." + dimension.name().toLowerCase(Locale.ROOT));
    }

    static String severity(Severity severity) {
        return Texts.of("quality." + severity.name().toLowerCase(Locale.ROOT));
    }

    static String type(ColumnType type) {
        return Texts.of("quality." + type.name().toLowerCase(Locale.ROOT));
    }

    /** How many there are, by the text of many or that of one. */
    static String counted(String many, String one, long count) {
        return count == 1 ? Texts.of(one) : Texts.of(many, Numbers.local().count(count));
    }

    static String score(double score) {
        return Numbers.local().count(DimensionScore.points(score));
    }

    static String grade(double score) {
        var name = score >= GREAT ? "great" : score >= GOOD ? "good" : score >= USABLE ? "usable" : "poor";
        return Texts.of("quality.grade." + name);
    }

    /** The one side of the one source that scores least. */
    static String explanation(QualityReport report) {
        record Side(String source, DimensionScore score) {}
        return report.sources().stream()
                .flatMap(quality -> quality.dimensions().stream().map(score -> new Side(quality.source(), score)))
                .min(Comparator.comparingDouble(side -> side.score().score()))
                .filter(side -> side.score().score() < GREAT)
                .map(side -> Texts.of(
                        "quality.headlineWorst",
                        dimension(side.score().dimension()).toLowerCase(Locale.ROOT),
                        side.source(),
                        score(side.score().score())))
                .orElse(Texts.of("quality.headlineFine"));
    }

    static int findings(QualityReport report) {
        return report.sources().stream()
                .mapToInt(quality -> quality.findings().size())
                .sum();
    }

    static String findings(SourceQuality quality) {
        int count = quality.findings().size();
        return switch (count) {
            case 0 -> Texts.of("quality.findingNone");
            case 1 -> Texts.of("quality.findingOne", quality.source());
            default -> Texts.of("quality.findingMany", Numbers.local().count(count), quality.source());
        };
    }

    /** A value of a column, given as text, as the person's locale writes it. */
    static String value(ColumnProfile column, String text) {
        if (text.isEmpty()) {
            return Numbers.MISSING;
        }
        return switch (column.type()) {
            case TEXT, BOOLEAN -> text;
            case INTEGER, DECIMAL -> Numbers.local().exact(Double.parseDouble(text));
            case DATE -> Numbers.local().date(LocalDate.parse(text));
            case TIMESTAMP -> Numbers.local().time(Instant.parse(text), ZoneOffset.UTC);
        };
    }
}
