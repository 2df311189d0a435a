package corymb.quality;

import corymb.importing.ImportedColumn;
import corymb.importing.Source;
import corymb.rule.Moment;
import corymb.rule.Rule;
import corymb.sql.Dialect;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compiles what a person expects of a source to the SQL that selects the rows which fail it.
 *
 * @param source the source, which has all columns that are named
 * @param asOf the time of the check
 */
record ExpectationSql(Source source, Instant asOf) {
    private static final String WHOLE_NUMBER = "[+-]?[0-9]+";
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final String TIME =
            DATE + "[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?";
    private static final String ROW = Sql.name("\u0001row");
    private static final String TRUTHS = "'true', 'false', 'yes', 'no', '1', '0'";

    /** The stored rows with what the expectations need to know of the row before each. */
    Sql from(Collection<Expectation> expectations) {
        var orders = expectations.stream()
                .flatMap(expectation -> order(expectation).stream())
                .distinct()
                .toList();
        if (orders.isEmpty()) {
            return Sql.of(source.data().quoted());
        }
        return expectations.size() == 1 && orders.getFirst().within().isEmpty()
                ? streamed(orders.getFirst())
                : sorted(orders);
    }

    /** The order an expectation asks for, also under a condition. */
    static Optional<Expectation.InOrder> order(Expectation expectation) {
        var asked = expectation instanceof Expectation.When when ? when.then() : expectation;
        return asked instanceof Expectation.InOrder order ? Optional.of(order) : Optional.empty();
    }

    /** Only the rows that have a value, as they come: the engine need neither sort nor keep them. */
    private Sql streamed(Expectation.InOrder order) {
        var name = Sql.name(order.column());
        return Sql.of("(select *, lag(" + name + ") over () as " + before(order) + " from "
                + source.data().quoted() + " where " + name + " is not null)");
    }

    private Sql sorted(List<Expectation.InOrder> orders) {
        var before = orders.stream()
                .map(order -> ", lag(" + Sql.name(order.column()) + " ignore nulls) over ("
                        + (order.within().isEmpty() ? "" : "partition by " + Sql.name(order.within()) + " ")
                        + "order by " + ROW + ") as " + before(order))
                .collect(Collectors.joining());
        return Sql.of("(select *" + before + " from (select *, row_number() over () as " + ROW + " from "
                + source.data().quoted() + "))");
    }

    /** No column of a file has such a name. */
    private static String before(Expectation.InOrder order) {
        return Sql.name("\u0001" + order.column() + "\u0001" + order.within());
    }

    /** How many rows fail, as an aggregate over {@link #from}; where the source as a whole does, all of them, at least one. */
    Sql failing(Expectation expectation, List<Check.Known> known) {
        return switch (expectation) {
            case Expectation.Fresh fresh ->
                Sql.of("case when count(*) filter (")
                        .then(isRecent(fresh))
                        .then(") > 0 then 0 else greatest(count(*), 1) end");
            case Expectation.RowCount(var least, var most) ->
                Sql.of("case when count(*) between ? and ? then 0 else greatest(count(*), 1) end", least, most);
            case Expectation.OfType typed
            when isOwnType(typed) ->
                Sql.of(
                        "cast(? as bigint)",
                        imported(typed.column()).map(ImportedColumn::unreadable).orElse(0L));
            case Expectation.Required _, Expectation.Unique _, Expectation.InRange _, Expectation.InSet _ ->
                counted(expectation, known);
            case Expectation.Matches _, Expectation.OfType _, Expectation.References _, Expectation.InOrder _ ->
                counted(expectation, known);
            case Expectation.When _, Expectation.Holds _ -> counted(expectation, known);
        };
    }

    private Sql counted(Expectation expectation, List<Check.Known> known) {
        return Sql.of("count(*) filter (").then(fails(expectation, known)).then(")");
    }

    /** All rows that fail, with all their columns. */
    Sql rows(Expectation expectation, List<Check.Known> known) {
        if (expectation instanceof Expectation.OfType typed && isOwnType(typed)) {
            return CheckSql.rows(source, new Check.Unreadable(typed.column()), asOf);
        }
        return Sql.of("select " + Sql.names(source.data().schema().names()) + " from ")
                .then(from(List.of(expectation)))
                .then(" where ")
                .then(expectation.isOfRows() ? fails(expectation, known) : Sql.of("true"))
                .then(sorting(expectation));
    }

    private static String sorting(Expectation expectation) {
        return switch (expectation) {
            case Expectation.Unique(var columns) -> " order by " + Sql.names(columns);
            case Expectation.Fresh fresh -> " order by " + Sql.name(fresh.column()) + " desc";
            case Expectation.When when -> sorting(when.then());
            case Expectation.Required _, Expectation.InRange _, Expectation.InSet _, Expectation.Matches _ -> "";
            case Expectation.OfType _, Expectation.References _, Expectation.RowCount _ -> "";
            case Expectation.InOrder _, Expectation.Holds _ -> "";
        };
    }

    /** The condition under which a row of {@link #from} fails; false where no single row does. */
    Sql fails(Expectation expectation, List<Check.Known> known) {
        return switch (expectation) {
            case Expectation.Required(var column) -> Sql.of("(" + Sql.name(column) + " is null)");
            case Expectation.Unique(var columns) -> repeated(columns);
            case Expectation.InRange range -> breaks(unlessMissing(range.column(), rule(range)));
            case Expectation.InSet(var column, var values) ->
                breaks(unlessMissing(column, new Rule.OneOf(column, values)));
            case Expectation.Matches(var column, var pattern) ->
                Sql.of("(not regexp_full_match(cast(" + Sql.name(column) + " as varchar), ?))", pattern);
            case Expectation.OfType typed -> misfits(typed);
            case Expectation.References references -> unknown(references.column(), known);
            case Expectation.InOrder order ->
                Sql.of("(" + Sql.name(order.column()) + " < " + before(order) + isKeyed(order) + ")");
            case Expectation.When(var condition, var then) ->
                Sql.of("(")
                        .then(Dialect.DUCKDB.compile(condition.toExpression(Moment.utc(asOf))))
                        .then(" and ")
                        .then(fails(then, known))
                        .then(")");
            case Expectation.Holds(var rule) -> breaks(rule);
            case Expectation.Fresh _, Expectation.RowCount _ -> Sql.of("false");
        };
    }

    private static String isKeyed(Expectation.InOrder order) {
        return order.within().isEmpty() ? "" : " and " + Sql.name(order.within()) + " is not null";
    }

    private Sql breaks(Rule rule) {
        return Dialect.DUCKDB.compile(new Rule.Not(rule).toExpression(Moment.utc(asOf)));
    }

    private static Rule unlessMissing(String column, Rule rule) {
        return new Rule.Any(List.of(new Rule.IsMissing(column), rule));
    }

    /** The rule that values of the range meet. */
    static Rule rule(Expectation.InRange range) {
        var high = range.high().map(most -> compare(range.column(), Comparison.AT_MOST, most));
        return range.low()
                .map(least -> compare(range.column(), Comparison.AT_LEAST, least))
                .map(low -> high.<Rule>map(above -> new Rule.All(List.of(low, above)))
                        .orElse(low))
                .orElseGet(high::orElseThrow);
    }

    private static Rule compare(String column, Comparison comparison, Constant value) {
        return new Rule.Compare(column, comparison, value);
    }

    private Sql repeated(List<String> columns) {
        var names = Sql.names(columns);
        var present = columns.stream()
                .map(column -> Sql.name(column) + " is not null")
                .collect(Collectors.joining(" and "));
        return Sql.of(
                "(" + present + " and (" + names + ") in (select " + (columns.size() == 1 ? names : "(" + names + ")")
                        + " from " + source.data().quoted() + " where " + present + " group by " + names
                        + " having count(*) > 1))");
    }

    private static Sql unknown(String column, List<Check.Known> known) {
        return Sql.of("(" + Sql.name(column) + " is not null and " + Sql.name(column) + " not in ("
                + CheckSql.known(known) + "))");
    }

    private Sql isRecent(Expectation.Fresh fresh) {
        return Sql.of(
                "cast(" + Sql.name(fresh.column()) + " as date) between cast(? as date) and cast(? as date)",
                today().minusDays(fresh.days()),
                today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    }

    private ColumnType type(String column) {
        return source.data().schema().find(column).orElseThrow().type();
    }

    private Optional<ImportedColumn> imported(String column) {
        return source.columns().stream()
                .filter(imported -> imported.name().equals(column))
                .findFirst();
    }

    /** Then the values that could not be read were found out at import, and are missing now. */
    private boolean isOwnType(Expectation.OfType typed) {
        return type(typed.column()) == typed.type();
    }

    private Sql misfits(Expectation.OfType typed) {
        var name = Sql.name(typed.column());
        var from = type(typed.column());
        if (from == ColumnType.TEXT) {
            return unreadable("trim(" + name + ")", typed.type());
        }
        return Sql.of(
                switch (typed.type()) {
                    case TEXT -> "false";
                    case INTEGER -> from.isNumeric() ? "(" + name + " <> floor(" + name + "))" : isThere(name);
                    case DECIMAL -> from.isNumeric() ? "false" : isThere(name);
                    case DATE ->
                        from.isTemporal()
                                ? "(cast(" + name + " as timestamp) <> date_trunc('day', " + name + "))"
                                : isThere(name);
                    case TIMESTAMP -> from.isTemporal() ? "false" : isThere(name);
                    case BOOLEAN -> from == ColumnType.BOOLEAN ? "false" : isThere(name);
                });
    }

    private static String isThere(String name) {
        return "(" + name + " is not null)";
    }

    private static Sql unreadable(String text, ColumnType type) {
        return switch (type) {
            case TEXT -> Sql.of("false");
            case INTEGER -> misread(text, WHOLE_NUMBER, "try_cast(" + text + " as bigint) is not null");
            case DECIMAL ->
                Sql.of("(" + text + " is not null and not coalesce(isfinite(try_cast(" + text
                        + " as double)), false))");
            case BOOLEAN -> Sql.of("(lower(" + text + ") not in (" + TRUTHS + "))");
            case DATE -> misread(text, DATE, "try_cast(" + text + " as date) is not null");
            case TIMESTAMP -> misread(text, TIME, "try_cast(" + text + " as timestamp) is not null");
        };
    }

    private static Sql misread(String text, String pattern, String isRead) {
        return Sql.of(
                "(" + text + " is not null and not (regexp_full_match(" + text + ", ?) and " + isRead + "))", pattern);
    }
}
