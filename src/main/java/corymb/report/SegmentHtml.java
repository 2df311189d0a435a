package corymb.report;

import corymb.chart.ChartSpec;
import corymb.chart.ContrastCharts;
import corymb.chart.ContrastWords;
import corymb.chart.Numbers;
import corymb.chart.RuleWords;
import corymb.chart.Vocabulary;
import corymb.project.Project;
import corymb.report.SegmentProfile.Consent;
import corymb.segment.Contrast;
import corymb.segment.Contrast.Difference;
import corymb.table.Zone;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A segment on one HTML page that needs nothing else, for a colleague. */
public final class SegmentHtml {
    private static final int MOST_DIFFERENCES = 12;
    private static final int ROW_HEIGHT = 30;
    private static final int HEAD_HEIGHT = 150;

    private final SegmentProfile profile;
    private final Vocabulary words;

    private SegmentHtml(SegmentProfile profile, Vocabulary words) {
        this.profile = profile;
        this.words = words;
    }

    /**
     * Writes the page into a file, which appears whole or not at all.
     *
     * @return the file's SHA-256 checksum in hexadecimal
     * @throws corymb.work.Failure when the file cannot be written, or a source was read from it
     */
    public static String write(SegmentProfile profile, Project project, Path file) {
        OutputPlace.require(project, file);
        var plan = profile.made().value().plan();
        var rule = RuleWords.of(project.meaning(plan)).of(plan.rule());
        return HtmlPage.write(new SegmentHtml(profile, Vocabulary.of(project)).page(rule), file);
    }

    private String page(String rule) {
        var segment = profile.made().value();
        return HtmlPage.of(
                segment.name(),
                "<h1>" + HtmlPage.text(segment.name()) + "</h1><p>"
                        + count(segment.count()) + " of " + count(segment.population()) + " customers ("
                        + percent(segment.share().value()) + ")</p><p class=\"muted\">"
                        + HtmlPage.text("Members found on "
                                + time(profile.made().at(), segment.zone()) + "; the features describe "
                                + time(segment.asOf(), segment.zone()) + " (" + segment.zone() + ")")
                        + "</p><h2>Who belongs to it</h2>"
                        + "<p>" + HtmlPage.text(rule) + ".</p>"
                        + "<p><code>" + HtmlPage.text(segment.plan().ruleBrief()) + "</code></p>"
                        + apart(segment.plan().rule().fields()) + shared() + consents());
    }

    private static String time(Instant at, Zone zone) {
        return Numbers.local().time(at, zone.java());
    }

    private String apart(Set<String> asked) {
        var head = "<h2>What sets it apart from everybody else</h2>";
        return profile.contrast()
                .map(contrast -> head + charts(contrast) + differences(contrast, asked))
                .orElseGet(
                        () -> head + "<p>Too few customers are on one side to say it without telling of them: it takes "
                                + SegmentProfile.FEWEST + " or more.</p>");
    }

    private String charts(Contrast contrast) {
        var pair = contrast.pairs().getFirst();
        return Stream.of(ContrastCharts.means(contrast, pair, words), ContrastCharts.shares(contrast, pair, words))
                .flatMap(Optional::stream)
                .map(chart -> HtmlPage.svg(chart, HEAD_HEIGHT + ROW_HEIGHT * rows(chart)))
                .collect(Collectors.joining("", "<div class=\"charts\">", "</div>"));
    }

    private static int rows(ChartSpec chart) {
        return chart instanceof ChartSpec.Intervals intervals
                ? intervals.estimates().size()
                : 0;
    }

    private String differences(Contrast contrast, Set<String> asked) {
        return contrast.differences().stream()
                .limit(MOST_DIFFERENCES)
                .map(each -> row(each, asked))
                .collect(Collectors.joining(
                        "",
                        "<table><tr><th>Feature<th>This segment against everybody else<th>Difference<th class=\"n\">p, adjusted",
                        "</table><p class=\"muted\">" + HtmlPage.text(how(contrast)) + "</p>"));
    }

    private String row(Difference difference, Set<String> asked) {
        return "<tr><td>" + HtmlPage.text(words.title(difference.feature()))
                + (asked.contains(difference.feature()) ? " <span class=\"muted\">(in its rule)</span>" : "") + "<td>"
                + HtmlPage.text(ContrastWords.values(difference.effect())) + "<td>"
                + ContrastWords.size(difference.effect()) + "<td class=\"n\">"
                + HtmlPage.text(ContrastWords.pValue(difference.adjusted()));
    }

    private static String how(Contrast contrast) {
        return "The " + MOST_DIFFERENCES + " largest of "
                + contrast.differences().size()
                + " differences. Sizes by Hedges’ g and Cohen’s h: small from 0.2, medium from 0.5, large from 0.8. Tests: Welch’s t, z and"
                + " chi-square, adjusted for all comparisons by Holm’s procedure.";
    }

    private String shared() {
        long own = Math.max(1, profile.made().value().count());
        var head = "<h2>Shared with other segments</h2>";
        return profile.shared().isEmpty()
                ? head + "<p>None of its customers is in another segment.</p>"
                : profile.shared().stream()
                        .map(each -> "<tr><td>" + HtmlPage.text(each.segment()) + "<td class=\"n\">"
                                + count(each.customers()) + "<td class=\"n\">"
                                + percent((double) each.customers() / own))
                        .collect(Collectors.joining(
                                "",
                                head
                                        + "<table><tr><th>Segment<th class=\"n\">Customers of both<th class=\"n\">Share of this segment",
                                "</table>"));
    }

    private String consents() {
        var head = "<h2>Whether it may be used</h2>";
        return profile.consents().isEmpty()
                ? head
                        + "<p>The project holds no consents. Whoever uses this segment needs another reason to be allowed to.</p>"
                : profile.consents().stream()
                        .map(SegmentHtml::row)
                        .collect(
                                Collectors.joining(
                                        "",
                                        head
                                                + "<table><tr><th>Purpose<th class=\"n\">May be used<th class=\"n\">Denied<th class=\"n\">Withdrawn<th class=\"n\">Never asked",
                                        "</table><p class=\"muted\">Exports for a purpose leave out those who may not be used for it.</p>"));
    }

    private static String row(Consent consent) {
        return "<tr><td>" + HtmlPage.text(consent.purpose()) + "<td class=\"n\">" + count(consent.permitted())
                + "<td class=\"n\">" + count(consent.withheld().denied()) + "<td class=\"n\">"
                + count(consent.withheld().withdrawn()) + "<td class=\"n\">"
                + count(consent.withheld().unknown());
    }

    private static String count(long value) {
        return Numbers.local().count(value);
    }

    private static String percent(double share) {
        return Numbers.local().percent(share);
    }
}
