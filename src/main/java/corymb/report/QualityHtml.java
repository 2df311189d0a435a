package corymb.report;

import corymb.chart.ChartSpec;
import corymb.chart.Numbers;
import corymb.chart.ProfileCharts;
import corymb.importing.Source;
import corymb.quality.ColumnProfile;
import corymb.quality.DimensionScore;
import corymb.quality.Finding;
import corymb.quality.QualityReport;
import corymb.quality.SourceFinding;
import corymb.quality.SourceQuality;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The quality report as one HTML page that needs nothing else, to be mailed or printed. */
public final class QualityHtml {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int WORST = 5;
    private static final int CHART_HEIGHT = 320;

    private QualityHtml() {}

    /**
     * Writes the report into a file, which appears whole or not at all.
     *
     * @param sources the sources that it is about
     * @return the file's SHA-256 checksum in hexadecimal
     * @throws corymb.work.Failure when the file cannot be written
     */
    public static String write(QualityReport report, List<Source> sources, Path file) {
        return HtmlPage.write(page(report, sources), file);
    }

    private static String page(QualityReport report, List<Source> sources) {
        return HtmlPage.of(
                "Data quality",
                "<h1>Data quality: " + DimensionScore.points(report.score()) + " of 100</h1>"
                        + "<p class=\"muted\">As of " + MOMENT.format(report.asOf()) + " (UTC)</p>"
                        + worst(SourceFinding.worst(report, sources, WORST))
                        + "<p class=\"muted\">The score is that of the weakest source, and a "
                        + "source's score that of its weakest side; a side's score is the share of rows in which nothing is wrong on "
                        + "it. Accuracy is not known, as no source tells what is true.</p>"
                        + report.sources().stream().map(QualityHtml::source).collect(Collectors.joining()));
    }

    /** What to mend first, before anything else is said. */
    private static String worst(List<SourceFinding> worst) {
        return worst.isEmpty()
                ? ""
                : worst.stream()
                        .map(found -> "<li><strong class=\"" + tone(found.finding()) + "\">"
                                + HtmlPage.text(found.finding().message()) + "</strong>"
                                + found.others().stream()
                                        .map(other -> "<br>Also: " + HtmlPage.text(other.message()))
                                        .collect(Collectors.joining())
                                + "<br><span class=\"muted\">" + HtmlPage.text(found.source()) + " · "
                                + HtmlPage.text(found.finding().cost()) + "</span>")
                        .collect(Collectors.joining("", "<h2>What harms most</h2><ol>", "</ol>"));
    }

    private static String tone(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    private static String source(SourceQuality source) {
        return "<h2>" + HtmlPage.text(source.source()) + ": " + DimensionScore.points(source.score())
                + "</h2><p class=\"muted\">"
                + Numbers.local().count(source.rows()) + " rows</p>" + dimensions(source) + findings(source)
                + columns(source) + charts(source) + details(source);
    }

    private static String dimensions(SourceQuality source) {
        return source.dimensions().stream()
                .map(each -> "<tr><td class=\"name\">"
                        + HtmlPage.text(capitalised(each.dimension().name())) + "<td class=\"n\">"
                        + DimensionScore.points(each.score()) + "<td class=\"muted\">"
                        + HtmlPage.text(each.explanation()))
                .collect(Collectors.joining("", "<table>", "</table>"));
    }

    private static String findings(SourceQuality source) {
        return source.findings().isEmpty()
                ? "<p>Nothing stands out.</p>"
                : source.findings().stream().map(QualityHtml::finding).collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static String finding(Finding finding) {
        return "<li><span class=\"" + tone(finding) + "\">" + HtmlPage.text(finding.message())
                + "</span> <span class=\"muted\">" + HtmlPage.text(finding.cost()) + "</span>";
    }

    private static String columns(SourceQuality source) {
        return source.columns().stream()
                .map(QualityHtml::column)
                .collect(Collectors.joining(
                        "",
                        "<table class=\"columns\"><colgroup><col style=\"width:17%\"><col style=\"width:10%\"><col style=\"width:9%\">"
                                + "<col style=\"width:10%\"><col style=\"width:22%\"><col><col style=\"width:15%\"></colgroup>"
                                + "<tr><th>Column<th>Type<th class=\"n\">Missing<th class=\"n\">Different<th>Range<th>Most frequent<th>",
                        "</table>"));
    }

    private static String charts(SourceQuality source) {
        var profile = source.profile();
        var charts = new ArrayList<String>();
        profile.coverage()
                .forEach(coverage -> charts.add(HtmlPage.svg(ProfileCharts.coverage(coverage), CHART_HEIGHT)));
        ProfileCharts.missing(profile.missingness()).ifPresent(chart -> charts.add(HtmlPage.svg(chart, CHART_HEIGHT)));
        ProfileCharts.associations(profile)
                .forEach(chart -> charts.add(HtmlPage.svg(chart, Math.max(CHART_HEIGHT, 160 + 26 * rows(chart)))));
        return charts.isEmpty() ? "" : "<div class=\"charts\">" + String.join("", charts) + "</div>";
    }

    private static int rows(ChartSpec chart) {
        return chart instanceof ChartSpec.HeatMap map ? map.rows().size() : 0;
    }

    private static String details(SourceQuality source) {
        return source.columns().stream()
                .filter(column -> column.detail().isKnown())
                .map(ColumnHtml::details)
                .collect(Collectors.joining());
    }

    private static String column(ColumnProfile column) {
        var range = column.minimum().isEmpty() ? Numbers.MISSING : column.minimum() + " … " + column.maximum();
        var top = column.top().stream().limit(3).map(value -> value.value()).collect(Collectors.joining(", "));
        return "<tr><td>" + HtmlPage.text(column.name()) + "<td>"
                + HtmlPage.text(column.type().name().toLowerCase(Locale.ROOT))
                + "<td class=\"n\">" + Numbers.local().count(column.missing()) + "<td class=\"n\">"
                + (column.distinct().isApproximate() ? "≈ " : "")
                + Numbers.local().count(column.distinct().values()) + "<td>" + HtmlPage.text(shortened(range)) + "<td>"
                + HtmlPage.text(shortened(top)) + "<td>" + histogram(column);
    }

    private static String histogram(ColumnProfile column) {
        long most = column.histogram().counts().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return most == 0
                ? ""
                : column.histogram().counts().stream()
                        .map(count -> "<i style=\"height:" + Math.ceilDiv(24 * count, most) + "px\"></i>")
                        .collect(Collectors.joining("", "<div class=\"histogram\">", "</div>"));
    }

    static String shortened(String text) {
        return text.length() <= 48 ? text : text.substring(0, 47) + "…";
    }

    private static String capitalised(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
