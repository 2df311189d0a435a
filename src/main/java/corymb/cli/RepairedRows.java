package corymb.cli;

import corymb.importing.RejectedRow;
import corymb.project.Named;
import corymb.project.Project;
import corymb.report.CsvTable;
import corymb.work.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of a file that {@code corymb rejects --out} wrote, repaired by a person. */
final class RepairedRows {
    private RepairedRows() {}

    /** The rows of each source. */
    static Map<String, List<RejectedRow>> of(Project project, Path file) {
        var rows = new TreeMap<String, List<RejectedRow>>();
        for (var row : CsvTable.read(file)) {
            var name = value(row, "source", file);
            rows.computeIfAbsent(name, _ -> new ArrayList<>()).add(row(project, row, name, file));
        }
        return rows;
    }

    private static RejectedRow row(Project project, Map<String, String> row, String name, Path file) {
        var source = new Named(project).source(name);
        int number =
                row.getOrDefault("import", "").isEmpty() ? source.batches().size() : (int) whole(row, "import", file);
        int first = source.batches().size() - source.counted().size() + 1;
        if (number < first || number > source.batches().size()) {
            throw wrong("There is no import " + number + " of " + name + ".", file);
        }
        var plan = source.batches().get(number - 1).plan();
        return new RejectedRow(
                number,
                whole(row, "line", file),
                row.getOrDefault("entry", ""),
                "",
                "",
                RejectedRow.cells(value(row, "text", file), plan));
    }

    private static long whole(Map<String, String> row, String column, Path file) {
        var text = value(row, column, file);
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new corymb.work.Failure(problem("\"" + text + "\" is no number of a " + column + ".", file), e);
        }
    }

    private static String value(Map<String, String> row, String column, Path file) {
        if (!row.containsKey(column)) {
            throw wrong("The file has no column " + column + ".", file);
        }
        return row.getOrDefault(column, "");
    }

    private static RuntimeException wrong(String what, Path file) {
        return problem(what, file).asFailure();
    }

    private static Problem problem(String what, Path file) {
        return new Problem(
                what, file.toString(), "Write the rows with corymb rejects --out, and repair their text in the file.");
    }
}
