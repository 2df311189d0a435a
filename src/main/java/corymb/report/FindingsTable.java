package corymb.report;

import corymb.project.Project;
import corymb.quality.Finding;
import corymb.quality.SourceQuality;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Problem;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The findings of a quality report: {@code source}, {@code check}, {@code severity}, {@code column}, {@code rows}, {@code message}. */
final class FindingsTable {
    private FindingsTable() {}

    static Table of(Project project) {
        var report = project.quality()
                .orElseThrow(
                        () -> new Problem("The quality has not been assessed yet.", "", "Assess the quality first.")
                                .asFailure());
        var lines =
                report.value().sources().stream().flatMap(FindingsTable::lines).toList();
        return new Table(List.of(
                texts("source", lines, Line::source),
                texts("check", lines, line -> line.finding().check().label()),
                texts(
                        "severity",
                        lines,
                        line -> line.finding().severity().name().toLowerCase(Locale.ROOT)),
                texts("column", lines, line -> line.finding().column()),
                new NumberColumn(
                        "rows",
                        ColumnType.INTEGER,
                        lines.stream()
                                .mapToDouble(line -> line.finding().rows())
                                .toArray()),
                texts("message", lines, line -> line.finding().message())));
    }

    private static Stream<Line> lines(SourceQuality source) {
        return source.findings().stream().map(finding -> new Line(source.source(), finding));
    }

    private static TextColumn texts(String name, List<Line> lines, Function<Line, String> value) {
        return new TextColumn(name, lines.stream().map(value).toList());
    }

    private record Line(String source, Finding finding) {}
}
