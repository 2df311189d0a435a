package corymb.cli;

import corymb.project.ProjectFile;
import corymb.report.OutputPlace;
import corymb.report.TableCsv;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.Optional;

/** Writes a result's rows as CSV for scripts; what leaves the house goes through {@code corymb export}, which heeds consents. */
final class WorkFile {
    private WorkFile() {}

    /** Makes sure, before the work, that the file can be written. */
    static void require(ProjectFile file, Optional<Path> path) {
        path.ifPresent(place -> OutputPlace.require(file.history().present(), place));
    }

    static void write(ProjectFile file, Relation relation, Path path, Progress progress) {
        var rows = file.engine().table(Sql.of("select * from " + relation.quoted() + " order by all"), progress);
        TableCsv.write(rows, path);
    }
}
