package corymb.cli;

import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.repair.Unmatched;
import corymb.report.OutputPlace;
import corymb.report.TableCsv;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Lists the rows that a lookup leaves without a match. */
final class UnmatchedOptions {
    @Option(
            names = "--side",
            paramLabel = "SIDE",
            defaultValue = "left",
            description =
                    "Unmatched rows: left of this source, right those of the other that nobody asked for, or similar for"
                            + " what was matched by likeness, the most doubtful first (default: ${DEFAULT-VALUE}).")
    private Unmatched side = Unmatched.LEFT;

    @Option(names = "--out", paramLabel = "FILE", description = "Write all unmatched rows as CSV.")
    private Optional<Path> out = Optional.empty();

    /**
     * A repair of a source.
     *
     * @param source the name of the source
     * @param number which repair, counted from 1
     */
    record Asked(String source, int number) {}

    Reply list(ProjectFile file, Journey journey, Asked asked, int most, Progress progress) {
        out.ifPresent(path -> OutputPlace.require(file.history().present(), path));
        var rows = journey.repairs().unmatched(asked.source(), asked.number(), side, progress.between(0, 0.8));
        try {
            out.ifPresent(path -> TableCsv.write(file.engine(), rows, path, progress.between(0.8, 1)));
            return told(file, asked, rows, most);
        } finally {
            file.engine().drop(rows.name());
        }
    }

    private Reply told(ProjectFile file, Asked asked, Relation rows, int most) {
        var some = file.engine().table(Sql.of("select * from " + rows.quoted() + " limit ?", most), Progress.NONE);
        var reply = new Reply()
                .key("source", asked.source())
                .key("repair", asked.number())
                .key("side", side.name().toLowerCase(Locale.ROOT))
                .key("rows", rows.rows())
                .key("unmatched", JsonValues.rows(some))
                .line("%,d rows.", rows.rows());
        for (int row = 0; row < some.rowCount() && out.isEmpty(); row++) {
            int at = row;
            reply.line(
                    "  %s",
                    some.columns().stream()
                            .filter(column -> !column.isMissing(at))
                            .map(column -> column.name() + " " + column.text(at))
                            .collect(Collectors.joining(", ")));
        }
        return reply;
    }
}
