package corymb.ui.quality;

import corymb.chart.Numbers;
import corymb.importing.Source;
import corymb.quality.Check;
import corymb.quality.ColumnProfile;
import corymb.quality.Finding;
import corymb.quality.ProfiledRows;
import corymb.quality.QualityAssessment;
import corymb.quality.TimeCoverage;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.ui.kit.NamedRows;
import corymb.ui.kit.Texts;
import corymb.ui.session.QueryRows;
import corymb.work.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Reads the rows behind what the page says about a source; not on the JavaFX thread. */
record RowsBehind(Engine engine, Source source, Progress progress) {
    NamedRows all() {
        return new NamedRows(rowsOf(source.name(), source.accepted()), "", QueryRows.of(engine, source.data()));
    }

    private static String rowsOf(String name, long rows) {
        return Texts.of(
                rows == 1 ? "quality.rowsOfOne" : "quality.rowsOf",
                name,
                Numbers.local().count(rows));
    }

    NamedRows of(Finding finding, Instant asOf) {
        if (finding.check() instanceof Check.Rejected) {
            return new NamedRows(finding.message(), finding.cost(), QueryRows.of(engine, source.rejects(), progress));
        }
        var rows = QueryRows.of(engine, QualityAssessment.rowsOf(source, finding, asOf), progress);
        if (finding.check() instanceof Check.Alike) {
            rows = rows.markedBy(Check.Alike.DIFFERING);
        }
        return new NamedRows(finding.message(), finding.cost(), rows);
    }

    /** The rows that hold a value of a column, given as the profile gives it. */
    NamedRows holding(ColumnProfile column, String value) {
        return named(
                column.name() + " = " + QualityWords.value(column, value), ProfiledRows.holding(source, column, value));
    }

    /** The rows whose number lies in that bin of the column's histogram. */
    NamedRows inBin(ColumnProfile column, int bin) {
        var what = Texts.of(
                "quality.between",
                column.name(),
                Numbers.local().prose(column.histogram().edge(bin)),
                Numbers.local().prose(column.histogram().edge(bin + 1)));
        return named(what, ProfiledRows.inBin(source, column, bin));
    }

    /** The rows whose text in a column has that shape. */
    NamedRows ofShape(String column, String shape) {
        return named(Texts.of("quality.ofShape", column, shape), ProfiledRows.ofShape(source, column, shape));
    }

    /** The rows in which all of these columns are missing. */
    NamedRows missing(List<String> columns) {
        return named(
                Texts.of("quality.missingRows", String.join(", ", columns)), ProfiledRows.missing(source, columns));
    }

    /** The rows in which both columns are there. */
    NamedRows present(List<String> columns) {
        return named(
                Texts.of("quality.presentRows", String.join(", ", columns)), ProfiledRows.present(source, columns));
    }

    /** The rows of a period, given by its first day. */
    NamedRows inPeriod(TimeCoverage coverage, LocalDate start) {
        return named(
                Texts.of(
                        "quality.periodRows", coverage.column(), Numbers.local().date(start)),
                ProfiledRows.inPeriod(source, coverage, start));
    }

    private NamedRows named(String what, Sql query) {
        var rows = QueryRows.of(engine, query, progress);
        return new NamedRows(rowsOf(what, rows.rows()), source.name(), rows);
    }

    /** Rows that were not taken, of which there are some. */
    Rejects rejects(corymb.importing.Rejects.Asked asked) {
        var reasons = engine.table(
                Sql.of("select reason, count(*) as n from (")
                        .then(source.rejects())
                        .then(") group by 1 order by n desc, reason"),
                progress);
        long all = asked.reason().isEmpty() ? source.rejected() : count(reasons, asked.reason());
        var rows = corymb.importing.Rejects.rows(engine, source, asked, progress);
        return new Rejects(
                QualityCharts.reasons(reasons), asked.reason(), all, asked.from(), RepairTable.of(source, rows));
    }

    private static long count(Table reasons, String reason) {
        long count = 0;
        for (int row = 0; row < reasons.rowCount(); row++) {
            count += reasons.text(row, "reason").equals(reason)
                    ? (long) reasons.numbers("n").get(row)
                    : 0;
        }
        return count;
    }
}
