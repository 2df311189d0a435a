package corymb.sql;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** How one engine spells an {@link Expression}: constants are bound and identifiers quoted, always. */
public enum Dialect {
    DUCKDB {
        @Override
        Sql call(Expression.Function function, List<Sql> arguments) {
            var joined = Sql.join(", ", arguments);
            return switch (function) {
                case DATE_OF -> Sql.of("cast(").then(joined).then(" as date)");
                case LOWER_CASE -> named("lower", joined);
                case LENGTH -> named("length", joined);
                case ABSOLUTE -> named("abs", joined);
                case FIRST_PRESENT -> named("coalesce", joined);
            };
        }

        @Override
        Sql match(Expression.Match match, Sql text, Sql pattern) {
            var joined = text.then(", ").then(pattern);
            return switch (match) {
                case CONTAINS -> named("contains", joined);
                case STARTS_WITH -> named("starts_with", joined);
                case ENDS_WITH -> named("ends_with", joined);
                case LIKE -> Sql.of("(").then(text).then(" like ").then(pattern).then(")");
            };
        }
    };

    abstract Sql call(Expression.Function function, List<Sql> arguments);

    abstract Sql match(Expression.Match match, Sql text, Sql pattern);

    /** The formula as SQL. A condition may come out as null where a value is missing; {@code where} takes that for not true. */
    public Sql compile(Expression expression) {
        return switch (expression) {
            case Expression.Value value -> value(value);
            case Expression.Condition condition -> condition(condition);
        };
    }

    private Sql value(Expression.Value value) {
        return switch (value) {
            case Expression.Column column -> Sql.of(Sql.name(column.name()));
            case Expression.Constant constant -> constant(constant);
            case Expression.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Expression.Call call ->
                call(call.function(), call.arguments().stream().map(this::value).toList());
        };
    }

    /** The casts keep the engine from guessing a type, which for a number could be the column's and round it. */
    private static Sql constant(Expression.Constant constant) {
        return switch (constant) {
            case Expression.TextConstant text -> Sql.of("cast(? as varchar)", text.value());
            case Expression.NumberConstant number -> Sql.of("cast(? as double)", number.value());
            case Expression.TruthConstant truth -> Sql.of("cast(? as boolean)", truth.value());
            case Expression.DateConstant date -> Sql.of("cast(? as date)", date.value());
            case Expression.InstantConstant instant ->
                Sql.of("cast(? as timestamp)", LocalDateTime.ofInstant(instant.value(), ZoneOffset.UTC));
        };
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
        var pattern = constant(new Expression.TextConstant(match.pattern()));
        return match.caseless()
                ? match(match.match(), named("lower", text), named("lower", pattern))
                : match(match.match(), text, pattern);
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

    private static Sql named(String function, Sql arguments) {
        return Sql.of(function + "(").then(arguments).then(")");
    }
}
