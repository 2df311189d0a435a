package corymb.report;

import corymb.chart.ChartFiles;
import corymb.chart.ChartSpec;
import corymb.chart.ChartTheme;
import corymb.chart.Charts;
import corymb.chart.Numbers;
import corymb.chart.ProfileCharts;
import corymb.importing.Source;
import corymb.quality.ColumnProfile;
import corymb.quality.DimensionScore;
import corymb.quality.Finding;
import corymb.quality.QualityReport;
import corymb.quality.SourceFinding;
import corymb.quality.SourceQuality;
import java.nio.charset.StandardCharsets;
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
    private static final String STYLE = """
            :root { color-scheme: light dark; --muted: light-dark(#5f6672, #a0a8b4); --line: light-dark(#d8dee4, #3a4048); --bar: light-dark(#0072b2, #56b4e9); }
            body { font: 14px/1.5 Inter, system-ui, sans-serif; max-width: 960px; margin: 40px auto; padding: 0 24px; font-variant-numeric: tabular-nums; }
            h1 { font-size: 24px; } h2 { font-size: 18px; margin-top: 40px; } .muted, th { color: var(--muted); }
            table { border-collapse: collapse; width: 100%; margin: 16px 0; } th, td { text-align: left; padding: 6px 8px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
            td.n, th.n { text-align: right; } td.n, th.n, td.name { overflow-wrap: normal; } .error { color: light-dark(#b42318, #ff8a80); } .warning { color: light-dark(#b54708, #f5a55b); } li { margin: 6px 0; }
            .charts { display: flex; flex-wrap: wrap; gap: 16px; } .charts svg { border: 1px solid var(--line); border-radius: 8px; max-width: 100%; height: auto; }
            .columns { table-layout: fixed; } details { border-bottom: 1px solid var(--line); padding: 6px 8px; } summary { cursor: pointer; } details { overflow-x: auto; overflow-wrap: anywhere; } details table { margin: 8px 0; width: auto; }
            .histogram { display: flex; align-items: flex-end; gap: 1px; height: 24px; } .histogram i { width: 5px; background: var(--bar); }
            """;

    private static final int WORST = 5;
    private static final int CHART_WIDTH = 900;
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
        return AtomicFile.write(file, out -> out.write(page(report, sources).getBytes(StandardCharsets.UTF_8)));
    }

    private static String page(QualityReport report, List<Source> sources) {
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Data quality</title><style>" + STYLE
                + "</style><body><h1>Data quality: " + DimensionScore.points(report.score()) + " of 100</h1>"
                + "<p class=\"muted\">As of " + MOMENT.format(report.asOf()) + " (UTC)</p>"
                + worst(SourceFinding.worst(report, sources, WORST))
                + "<p class=\"muted\">The score is that of the weakest source, and a "
                + "source's score that of its weakest side; a side's score is the share of rows in which nothing is wrong on "
                + "it. Accuracy is not known, as no source tells what is true.</p>"
                + report.sources().stream().map(QualityHtml::source).collect(Collectors.joining())
                + "</body></html>\n";
    }

    /** What to mend first, before anything else is said. */
    private static String worst(List<SourceFinding> worst) {
        return worst.isEmpty()
                ? ""
                : worst.stream()
                        .map(found -> "<li><strong class=\"" + tone(found.finding()) + "\">"
                                + text(found.finding().message()) + "</strong>"
                                + found.others().stream()
                                        .map(other -> "<br>Also: " + text(other.message()))
                                        .collect(Collectors.joining())
                                + "<br><span class=\"muted\">" + text(found.source()) + " · "
                                + text(found.finding().cost()) + "</span>")
                        .collect(Collectors.joining("", "<h2>What harms most</h2><ol>", "</ol>"));
    }

    private static String tone(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    private static String source(SourceQuality source) {
        return "<h2>" + text(source.source()) + ": " + DimensionScore.points(source.score())
                + "</h2><p class=\"muted\">"
                + Numbers.local().count(source.rows()) + " rows</p>" + dimensions(source) + findings(source)
                + columns(source) + charts(source) + details(source);
    }

    private static String dimensions(SourceQuality source) {
        return source.dimensions().stream()
                .map(each -> "<tr><td class=\"name\">"
                        + text(capitalised(each.dimension().name())) + "<td class=\"n\">"
                        + DimensionScore.points(each.score()) + "<td class=\"muted\">" + text(each.explanation()))
                .collect(Collectors.joining("", "<table>", "</table>"));
    }

    private static String findings(SourceQuality source) {
        return source.findings().isEmpty()
                ? "<p>Nothing stands out.</p>"
                : source.findings().stream().map(QualityHtml::finding).collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static String finding(Finding finding) {
        return "<li><span class=\"" + tone(finding) + "\">" + text(finding.message()) + "</span> <span class=\"muted\">"
                + text(finding.cost()) + "</span>";
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
        profile.coverage().forEach(coverage -> charts.add(svg(ProfileCharts.coverage(coverage), CHART_HEIGHT)));
        ProfileCharts.missing(profile.missingness()).ifPresent(chart -> charts.add(svg(chart, CHART_HEIGHT)));
        ProfileCharts.associations(profile)
                .forEach(chart -> charts.add(svg(chart, Math.max(CHART_HEIGHT, 160 + 26 * rows(chart)))));
        return charts.isEmpty() ? "" : "<div class=\"charts\">" + String.join("", charts) + "</div>";
    }

    private static int rows(ChartSpec chart) {
        return chart instanceof ChartSpec.HeatMap map ? map.rows().size() : 0;
    }

    private static String svg(ChartSpec chart, int height) {
        return ChartFiles.svg(Charts.picture(chart, ChartTheme.LIGHT), CHART_WIDTH, height);
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
        return "<tr><td>" + text(column.name()) + "<td>"
                + text(column.type().name().toLowerCase(Locale.ROOT))
                + "<td class=\"n\">" + Numbers.local().count(column.missing()) + "<td class=\"n\">"
                + (column.distinct().isApproximate() ? "≈ " : "")
                + Numbers.local().count(column.distinct().values()) + "<td>" + text(shortened(range)) + "<td>"
                + text(shortened(top)) + "<td>" + histogram(column);
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

    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
