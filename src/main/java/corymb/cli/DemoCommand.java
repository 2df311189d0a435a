package corymb.cli;

import corymb.privacy.Permission;
import corymb.project.ProjectFile;
import corymb.project.SampleJourney;
import corymb.project.StepTaken;
import corymb.report.ChartAlbum;
import corymb.report.ExportPlan;
import corymb.report.TableExport;
import corymb.work.Failure;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "demo",
        description = "Takes the whole journey through the sample and writes every export and chart.",
        mixinStandardHelpOptions = true)
final class DemoCommand extends BaseCommand {
    @Parameters(arity = "0..1", paramLabel = "PROJECT", description = "The project file to make.")
    private Optional<Path> project = Optional.empty();

    @Option(names = "--headless", description = "Open no window.")
    private boolean isHeadless;

    @Option(names = "--out", defaultValue = "demo", paramLabel = "DIR", description = "Where exports and charts go.")
    private Path out = Path.of("demo");

    @Override
    Reply run(Progress progress) throws IOException {
        prepare(out);
        var path = project.orElseGet(() -> out.resolve("sample.corymb"));
        if (project.isEmpty()) {
            Files.deleteIfExists(path); // Our own file of an earlier demo.
        }
        var reply = take(path, progress);
        return isHeadless ? reply : reply.then(() -> desk().window().open(path));
    }

    /** A project that was only half made does not stay. */
    private Reply take(Path path, Progress progress) throws IOException {
        var file = files().create(path);
        boolean isMade = false;
        try (file) {
            var reply = take(file, progress);
            isMade = true;
            return reply;
        } finally {
            if (!isMade) {
                Files.deleteIfExists(path);
            }
        }
    }

    private Reply take(ProjectFile file, Progress progress) {
        var steps = SampleJourney.run(file, clock(), progress.between(0, 0.8));
        var written = new ArrayList<Path>();
        for (var segment : file.history().present().segments()) {
            var name = segment.value().name();
            written.add(export(file, new Table(ExportPlan.Kind.SEGMENTS, name, "email_marketing")));
        }
        written.add(export(file, new Table(ExportPlan.Kind.RECOMMENDATIONS, "", "personalisation")));
        written.add(export(file, new Table(ExportPlan.Kind.CUSTOMERS, "", "analytics")));
        written.add(export(file, new Table(ExportPlan.Kind.FEATURES, "", "analytics")));
        written.addAll(ChartAlbum.draw(file, out, progress.between(0.9, 1)));
        return tell(file, steps, written);
    }

    private static void prepare(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Failure(
                    new Problem("This cannot be a folder for files.", folder.toString(), "Choose another --out."), e);
        }
    }

    /** A table to export, for the purpose it is exported for. */
    private record Table(ExportPlan.Kind kind, String which, String purpose) {
        String fileName() {
            var name = which.isEmpty() ? kind.name() : kind.name() + "-" + which;
            return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".csv";
        }
    }

    private Path export(ProjectFile file, Table table) {
        var path = out.resolve(table.fileName());
        var permission = new Permission.ForPurpose(table.purpose());
        var plan = new ExportPlan(table.kind(), table.which(), permission, path, ExportPlan.Format.CSV);
        TableExport.run(file, plan, clock(), Progress.NONE);
        return path;
    }

    private Reply tell(ProjectFile file, List<StepTaken> steps, List<Path> written) {
        var reply = new Reply()
                .key(
                        "steps",
                        steps.stream()
                                .map(step -> JsonValues.object("step", step.label(), "seconds", step.seconds()))
                                .toList())
                .key("files", written)
                .key("project", file.path());
        steps.forEach(step -> reply.line("%-44s %6.2f s", step.label(), step.seconds()));
        return reply.line("%d files are in %s; the project is %s.", written.size(), out, file.path());
    }
}
