package corymb.cli;

import corymb.privacy.Permission;
import corymb.project.Journey;
import corymb.project.Lineage;
import corymb.project.ProjectFile;
import corymb.report.ExportPlan;
import corymb.report.TableExport;
import corymb.work.Problem;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = "Writes a table to take away, as far as consents allow.",
        mixinStandardHelpOptions = true)
final class ExportCommand extends ProjectCommand {
    @Parameters(
            index = "1",
            paramLabel = "TABLE",
            description = "segments, recommendations, customers, features, clusters, quality or experiments.")
    private ExportPlan.Kind kind = ExportPlan.Kind.SEGMENTS;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path out = Path.of("");

    @Option(
            names = "--purpose",
            paramLabel = "P",
            description = "What the table is for; only who agreed to it is in it.")
    private Optional<String> purpose = Optional.empty();

    @Option(
            names = "--without-consent",
            paramLabel = "REASON",
            description = "Why consents do not matter here; the audit keeps the reason.")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--segment", paramLabel = "NAME", description = "With segments: only this one.")
    private String segment = "";

    @Option(names = "--format", defaultValue = "csv", description = "csv, json, parquet or xlsx.")
    private ExportPlan.Format format = ExportPlan.Format.CSV;

    @Option(
            names = "--formulas",
            defaultValue = "neutralise",
            description = "neutralise: in CSV, texts that a spreadsheet would run as formulas get an apostrophe before"
                    + " them; keep: every text is written byte for byte, for programs, not for spreadsheets.")
    private ExportPlan.Formulas formulas = ExportPlan.Formulas.NEUTRALISE;

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        if (!segment.isEmpty() && kind != ExportPlan.Kind.SEGMENTS) {
            throw wrongUsage("--segment goes with the table segments alone.");
        }
        var plan = new ExportPlan(kind, segment, permission(file), out, format, formulas);
        var export = TableExport.run(file, plan, clock(), progress);
        var reply = new Reply()
                .key("rows", export.rows())
                .key("shown", export.shown())
                .key(
                        "withheld",
                        JsonValues.object(
                                "denied", export.withheld().denied(),
                                "withdrawn", export.withheld().withdrawn(),
                                "unknown", export.withheld().unknown(),
                                "rows", export.withheldRows()))
                .key("sha256", export.sha256())
                .line(
                        "%,d rows in %s; %,d people withheld.",
                        export.rows(), out, export.withheld().total());
        var stale = kind == ExportPlan.Kind.SEGMENTS
                ? Lineage.staleSegments(file.history().present()).stream()
                        .filter(name -> segment.isEmpty() || segment.equals(name))
                        .toList()
                : List.<String>of();
        reply.key("stale", stale);
        if (!stale.isEmpty()) {
            reply.line("Out of date, as found last: %s.", String.join(", ", stale));
        }
        return plan.permission() instanceof Permission.NoConsentsHeld && kind.isPersonal()
                ? reply.key("note", "The project holds no consents.")
                        .line("The project holds no consents, so nobody was withheld.")
                : reply;
    }

    private Permission permission(ProjectFile file) {
        if (purpose.isPresent() && reason.isPresent()) {
            throw wrongUsage("An export is either for a purpose or without consent: give one of the two.");
        }
        if (purpose.isPresent()) {
            if (purpose.get().isBlank()) {
                throw wrongUsage("--purpose names what the table is for, such as email_marketing.");
            }
            return new Permission.ForPurpose(purpose.get());
        }
        if (reason.isPresent()) {
            return withoutConsent(reason.get());
        }
        if (kind.isPersonal() && !file.history().present().consents().isEmpty()) {
            throw new Problem(
                            "The project holds consents, so an export needs a purpose.",
                            "",
                            "Add --purpose, or --without-consent with a reason.")
                    .asFailure();
        }
        return new Permission.NoConsentsHeld();
    }

    private static Permission withoutConsent(String reason) {
        if (!Permission.WithoutConsent.suffices(reason)) {
            throw new Problem(
                            "The reason is too short to be one.",
                            reason,
                            "Say in a few words why consents do not matter.")
                    .asFailure();
        }
        return new Permission.WithoutConsent(reason);
    }
}
