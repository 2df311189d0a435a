package corymb.quality;

import corymb.importing.Source;
import corymb.sql.Dialect;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import java.time.LocalDate;
import java.util.List;

/** Queries for the rows of a source behind the figures of its profile, with all their columns. */
public final class ProfiledRows {
    private ProfiledRows() {}

    /** The rows that hold a value of a column, given as the profile shows it. */
    public static Sql holding(Source source, ColumnProfile column, String value) {
        var type = Dialect.DUCKDB.spelling().type(column.type());
        return rows(source)
                .then(
                        column.type() == ColumnType.TEXT
                                ? ShownText.isShownAs(column.name(), value)
                                : Sql.of(Sql.name(column.name()) + " = cast(? as " + type + ")", value));
    }

    /** The rows whose number lies in that bin of the column's histogram. */
    public static Sql inBin(Source source, ColumnProfile column, int bin) {
        var histogram = column.histogram();
        var name = Sql.name(column.name());
        var below = bin == histogram.counts().size() - 1 ? " <= ?" : " < ?";
        return rows(source).then(name + " >= ? and " + name + below, histogram.edge(bin), histogram.edge(bin + 1));
    }

    /** The rows whose text in a column has that shape. */
    public static Sql ofShape(Source source, String column, String shape) {
        return rows(source).then(Shape.of(Sql.name(column)) + " = ?", shape);
    }

    /** The rows in which all of these columns are missing. */
    public static Sql missing(Source source, List<String> columns) {
        return rows(source).then(all(columns, " is null"));
    }

    /** The rows in which all of these columns are there. */
    public static Sql present(Source source, List<String> columns) {
        return rows(source).then(all(columns, " is not null"));
    }

    /** The rows of a period, given by its first day. */
    public static Sql inPeriod(Source source, TimeCoverage coverage, LocalDate start) {
        var name = Sql.name(coverage.column());
        return rows(source)
                .then(
                        name + " >= ? and " + name + " < ? order by " + name,
                        start.atStartOfDay(),
                        coverage.unit().next(start).atStartOfDay());
    }

    private static Sql rows(Source source) {
        return Sql.of("select * from " + source.data().quoted() + " where ");
    }

    private static String all(List<String> columns, String condition) {
        return String.join(
                " and ",
                columns.stream().map(column -> Sql.name(column) + condition).toList());
    }
}
