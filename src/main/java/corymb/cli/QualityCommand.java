package corymb.cli;

import corymb.project.Change;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.project.Named;
import corymb.project.ProjectFile;
import corymb.quality.DimensionScore;
import corymb.quality.QualityReport;
import corymb.quality.SourceQuality;
import corymb.report.QualityHtml;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "quality",
        description = "Judges the sources: profiles, findings, scores.",
        mixinStandardHelpOptions = true)
final class QualityCommand extends ProjectCommand {
    @Option(names = "--source", paramLabel = "NAME", description = "Show only one source.")
    private Optional<String> source = Optional.empty();

    @Option(names = "--html", paramLabel = "FILE", description = "Write the report as one HTML page.")
    private Optional<Path> html = Optional.empty();

    @Mixin
    private FailOn failOn = new FailOn();

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        WorkFile.require(file, html);
        source.ifPresent(new Named(file.history().present())::source);
        var change = (Change.QualityAssessed) journey.assessQuality(progress.between(0, 0.9));
        if (file.heldBy().isEmpty()) {
            file.commit(change, progress.between(0.9, 1));
        }
        var report = change.report().value();
        html.ifPresent(path -> QualityHtml.write(
                report,
                file.history().present().sources().stream().map(Made::value).toList(),
                path));
        var shown = shown(report);
        var reply = new Reply()
                .key("score", report.score())
                .key("sources", shown.stream().map(QualityJson::source).toList())
                .line("Score %d of 100", DimensionScore.points(report.score()));
        shown.forEach(each -> tell(each, reply));
        var results = shown.stream().flatMap(each -> each.stated().stream()).toList();
        return failOn.isMetBy(results) ? reply.failed() : reply;
    }

    private List<SourceQuality> shown(QualityReport report) {
        return report.sources().stream()
                .filter(each -> source.isEmpty() || source.get().equals(each.source()))
                .toList();
    }

    private static void tell(SourceQuality quality, Reply reply) {
        reply.line("%s: score %d, %,d rows", quality.source(), DimensionScore.points(quality.score()), quality.rows());
        quality.dimensions().stream()
                .filter(side -> side.score() < 100)
                .forEach(side -> reply.line(
                        "  %s %d: %s",
                        side.dimension().name().toLowerCase(Locale.ROOT),
                        DimensionScore.points(side.score()),
                        side.explanation()));
        quality.findings().forEach(finding -> reply.line("  %s %s", finding.severity(), finding.message()));
    }
}
