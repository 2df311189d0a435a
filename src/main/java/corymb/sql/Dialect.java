package corymb.sql;

import corymb.table.ColumnType;
import corymb.table.Zone;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Turns an {@link Expression} into the SQL of one engine: constants are bound and identifiers quoted, always.
 *
 * @param spelling what the engine writes in its own way
 */
public record Dialect(Spelling spelling) {
    public static final Dialect DUCKDB = new Dialect(new DuckDbSpelling());

    private static final Duration END_OF_DAY = Duration.ofDays(1).minusSeconds(1);

    /** The formula as SQL. A condition may come out as null where a value is missing; {@code where} takes that for not true. */
    public Sql compile(Expression expression) {
        return switch (expression) {
            case Expression.Value value -> value(value);
            case Expression.Condition condition -> condition(condition);
        };
    }

    private Sql value(Expression.Value value) {
        return switch (value) {
            case Expression.Column column -> Sql.of(spelling.name(column.name()));
            case Expression.Constant constant -> constant(constant);
            case Expression.Local(var column, var zone) -> local(Sql.of(spelling.name(column.name())), zone);
            case Expression.StartOfDay(var date, var zone) ->
                startOfDay(spelling.asInstant(Sql.of(spelling.name(date.name()))), zone);
            case Expression.MomentFor moment -> moment(moment);
            case Expression.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Expression.When when ->
                Sql.of("case when ")
                        .then(condition(when.condition()))
                        .then(" then ")
                        .then(value(when.value()))
                        .then(" end");
            case Expression.Aggregate aggregate -> aggregate(aggregate);
            case Expression.Choice choice ->
                spelling.choice(
                        value(choice.place()),
                        Sql.join(
                                ", ",
                                choice.constants().stream().map(this::value).toList()));
            case Expression.Rank rank ->
                over("rank()", rank.among(), Sql.of(" order by ").then(value(rank.value())));
            case Expression.AlikeCount count -> over("count(*)", count.among(), Sql.of(""));
            case Expression.Call call ->
                spelling.call(
                        call.function(),
                        call.arguments().stream().map(this::value).toList());
        };
    }

    /** The casts keep the engine from guessing a type, which for a number could be the column's and round it. */
    private Sql constant(Expression.Constant constant) {
        return switch (constant) {
            case Expression.TextConstant text -> bound(ColumnType.TEXT, text.value());
            case Expression.NumberConstant number -> bound(ColumnType.DECIMAL, number.value());
            case Expression.TruthConstant truth -> bound(ColumnType.BOOLEAN, truth.value());
            case Expression.DateConstant date -> bound(ColumnType.DATE, date.value());
            case Expression.InstantConstant instant ->
                bound(ColumnType.TIMESTAMP, LocalDateTime.ofInstant(instant.value(), ZoneOffset.UTC));
        };
    }

    /** By the clock of UTC it is as it stands, and so is a date. */
    private Sql local(Sql instant, Zone zone) {
        return zone.isUtc()
                ? instant
                : Sql.of("case when ")
                        .then(spelling.isInstant(instant))
                        .then(" then ")
                        .then(spelling.later(instant, Sql.of(ZoneShift.of(zone).seconds(instant.text()))))
                        .then(" else cast(" + instant.text() + " as " + spelling.type(ColumnType.TIMESTAMP) + ") end");
    }

    /** @param midnight when the day begins in UTC */
    private Sql startOfDay(Sql midnight, Zone zone) {
        return zone.isUtc()
                ? midnight
                : spelling.later(midnight, Sql.of("-" + ZoneShift.of(zone).secondsAtStartOfDay(midnight.text())));
    }

    /** What columns hold is for the engine to say; columns of other kinds are compared as they are. */
    private Sql columns(Expression.CompareColumns compare) {
        var symbol = compare.comparison().symbol();
        var left = value(compare.left());
        var right = value(compare.right());
        return compare.zone().isUtc()
                ? infix(left, symbol, right)
                : Sql.of("case when (")
                        .then(spelling.isInstant(left))
                        .then(") = (")
                        .then(spelling.isInstant(right))
                        .then(") then ")
                        .then(infix(left, symbol, right))
                        .then(" else ")
                        .then(infix(beginning(left, compare.zone()), symbol, beginning(right, compare.zone())))
                        .then(" end");
    }

    private Sql beginning(Sql time, Zone zone) {
        var instant = spelling.asInstant(time);
        return Sql.of("case when ")
                .then(spelling.isInstant(time))
                .then(" then ")
                .then(instant)
                .then(" else ")
                .then(startOfDay(instant, zone))
                .then(" end");
    }

    /** A date is compared with how long after the beginning of its day the moment is. */
    private Sql moment(Expression.MomentFor moment) {
        var instant = constant(new Expression.InstantConstant(moment.moment()));
        return moment.zone().isUtc()
                ? instant
                : Sql.of("case when ")
                        .then(spelling.isInstant(value(moment.value())))
                        .then(" then ")
                        .then(instant)
                        .then(" else ")
                        .then(bound(ColumnType.TIMESTAMP, sinceMidnight(moment)))
                        .then(" end");
    }

    /** A day may begin later than at midnight and last longer than 24 hours, but is over before the next begins. */
    private static LocalDateTime sinceMidnight(Expression.MomentFor moment) {
        var day = moment.zone().day(moment.moment());
        var since = Duration.between(moment.zone().startOf(day), moment.moment());
        return day.atStartOfDay().plus(since.compareTo(END_OF_DAY) < 0 ? since : END_OF_DAY);
    }

    private Sql bound(ColumnType type, Object value) {
        return Sql.of("cast(? as " + spelling.type(type) + ")", value);
    }

    private Sql over(String function, Expression among, Sql order) {
        return Sql.of(function + " over (partition by ")
                .then(compile(among))
                .then(order)
                .then(")");
    }

    private Sql aggregate(Expression.Aggregate aggregate) {
        var all = switch (aggregate) {
            case Expression.RowCount _ -> Sql.of("count(*)");
            case Expression.Summary summary -> summary(summary);
            case Expression.Pick pick -> pick(pick);
        };
        return aggregate.where().equals(Expression.All.ROWS)
                ? all
                : all.then(" filter (where ").then(condition(aggregate.where())).then(")");
    }

    private Sql summary(Expression.Summary summary) {
        var function = switch (summary.measure()) {
            case SUM -> "sum";
            case MINIMUM -> "min";
            case MAXIMUM -> "max";
            case AVERAGE -> "avg";
            case DEVIATION -> "stddev_samp";
        };
        return named(function, value(summary.value()));
    }

    private Sql pick(Expression.Pick pick) {
        var function = switch (pick.end()) {
            case SMALLEST -> "min_by";
            case LARGEST -> "max_by";
        };
        return named(function, value(pick.value()).then(", ").then(value(pick.by())));
    }

    private Sql arithmetic(Expression.Arithmetic arithmetic) {
        var right = value(arithmetic.right());
        var divisor = arithmetic.operator() == Expression.Operator.DIVIDED_BY;
        return infix(
                value(arithmetic.left()),
                arithmetic.operator().symbol(),
                divisor ? Sql.of("nullif(").then(right).then(", 0)") : right);
    }

    private Sql condition(Expression.Condition condition) {
        return switch (condition) {
            case Expression.Compare compare ->
                infix(value(compare.left()), compare.comparison().symbol(), value(compare.right()));
            case Expression.CompareColumns columns -> columns(columns);
            case Expression.Between between -> between(between);
            case Expression.OneOf oneOf -> oneOf(oneOf);
            case Expression.IsMissing missing ->
                Sql.of("(").then(value(missing.value())).then(" is null)");
            case Expression.TextMatch textMatch -> textMatch(textMatch);
            case Expression.All all -> joined(all.conditions(), " and ", "true");
            case Expression.Any any -> joined(any.conditions(), " or ", "false");
            case Expression.Not not ->
                Sql.of("(not coalesce(").then(condition(not.condition())).then(", false))");
        };
    }

    private Sql between(Expression.Between between) {
        return infix(
                value(between.value()),
                "between",
                value(between.low()).then(" and ").then(value(between.high())));
    }

    private Sql oneOf(Expression.OneOf oneOf) {
        if (oneOf.constants().isEmpty()) {
            return Sql.of("false");
        }
        var constants =
                Sql.join(", ", oneOf.constants().stream().map(this::value).toList());
        return infix(value(oneOf.value()), "in", Sql.of("(").then(constants).then(")"));
    }

    private Sql textMatch(Expression.TextMatch match) {
        var text = value(match.value());
        // Capitals mean something in a regular expression, so it says itself that they do not count in the text.
        boolean isExpression = match.match() == Expression.Match.MATCHES;
        var pattern = constant(
                new Expression.TextConstant((isExpression && match.caseless() ? "(?i)" : "") + match.pattern()));
        return match.caseless() && !isExpression
                ? spelling.match(match.match(), lower(text), lower(pattern))
                : spelling.match(match.match(), text, pattern);
    }

    private Sql lower(Sql text) {
        return spelling.call(Expression.Function.LOWER_CASE, List.of(text));
    }

    private Sql joined(List<Expression.Condition> conditions, String separator, String whenNone) {
        return conditions.isEmpty()
                ? Sql.of(whenNone)
                : named(
                        "",
                        Sql.join(
                                separator,
                                conditions.stream().map(this::condition).toList()));
    }

    private static Sql infix(Sql left, String operator, Sql right) {
        return Sql.of("(").then(left).then(" " + operator + " ").then(right).then(")");
    }

    static Sql named(String function, Sql arguments) {
        return Sql.of(function + "(").then(arguments).then(")");
    }
}
