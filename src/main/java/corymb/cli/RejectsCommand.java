package corymb.cli;

import corymb.importing.Rejects;
import corymb.importing.Source;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.project.Named;
import corymb.project.ProjectFile;
import corymb.project.SourceChange;
import corymb.report.OutputPlace;
import corymb.report.TableCsv;
import corymb.table.Table;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "rejects",
        description = "Shows the rows that were not taken, with the reason, and takes them once they are repaired.",
        mixinStandardHelpOptions = true)
final class RejectsCommand extends ProjectCommand {
    @Option(names = "--source", paramLabel = "NAME", description = "Only those of one source.")
    private Optional<String> source = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Write them as CSV.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--resubmit",
            paramLabel = "FILE",
            description =
                    "Take the rows of a file that --out wrote, once their text is repaired; those that still cannot be taken"
                            + " stay with their reason.")
    private Optional<Path> repaired = Optional.empty();

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        if (repaired.isPresent()) {
            return resubmit(file, journey, repaired.get(), progress);
        }
        var sources = sources(file);
        var rejects = sources.isEmpty() ? new Table(List.of()) : file.engine().table(Rejects.of(sources), progress);
        out.ifPresent(path -> {
            OutputPlace.require(file.history().present(), path);
            TableCsv.write(rejects, path);
        });
        var reply = new Reply()
                .key("rejects", JsonValues.rows(rejects))
                .line("%,d rows were not taken.", rejects.rowCount());
        for (int row = 0; row < rejects.rowCount() && out.isEmpty(); row++) {
            reply.line(
                    "%s, line %s, %s: %s",
                    place(rejects, row),
                    rejects.text(row, "line"),
                    rejects.text(row, "column"),
                    rejects.text(row, "reason"));
        }
        return reply;
    }

    /**
     * The sources one after another, each in one step, and a judgement of them as they are then; nothing is stored before every file
     * and row has been read.
     */
    private static Reply resubmit(ProjectFile file, Journey journey, Path repaired, Progress progress) {
        var project = file.history().present();
        var changes = RepairedRows.of(project, repaired).entrySet().stream()
                .map(entry -> (SourceChange.RowsResubmitted)
                        journey.resubmit(entry.getKey(), entry.getValue(), progress.between(0, 0.6)))
                .toList();
        changes.forEach(change -> file.commit(change, progress.between(0.6, 0.7)));
        journey.ensureQuality(progress.between(0.7, 1));
        long rows =
                changes.stream().mapToLong(SourceChange.RowsResubmitted::rows).sum();
        long taken =
                changes.stream().mapToLong(SourceChange.RowsResubmitted::taken).sum();
        return new Reply()
                .key("resubmitted", rows)
                .key("taken", taken)
                .key("left", rows - taken)
                .line("%,d of %,d repaired rows were taken.", taken, rows);
    }

    private static String place(Table rejects, int row) {
        var entry = rejects.schema().has("entry") ? rejects.text(row, "entry") : "";
        return rejects.text(row, "source") + (entry.isEmpty() ? "" : ", " + entry);
    }

    private List<Source> sources(ProjectFile file) {
        var project = file.history().present();
        return source.map(name -> List.of(new Named(project).source(name)))
                .orElseGet(() -> project.sources().stream().map(Made::value).toList());
    }
}
