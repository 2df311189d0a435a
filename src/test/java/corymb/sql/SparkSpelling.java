package corymb.sql;

import corymb.table.ColumnType;
import java.util.List;

/** How Apache Spark 3.5 writes SQL, by its documentation: shows that what we define is no one engine's own. */
public final class SparkSpelling implements Spelling {
    @Override
    public String name(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    @Override
    public String type(ColumnType type) {
        return switch (type) {
            case TEXT -> "string";
            case INTEGER -> "bigint";
            case DECIMAL -> "double";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIMESTAMP -> "timestamp_ntz";
        };
    }

    @Override
    public Sql call(Expression.Function function, List<Sql> arguments) {
        var first = arguments.getFirst();
        var last = arguments.getLast();
        return switch (function) {
            case DATE_OF -> Sql.of("try_cast(").then(first).then(" as date)");
            case DAYS_BETWEEN -> Dialect.named("datediff", last.then(", ").then(first));
            case YEARS_BETWEEN ->
                Sql.of("floor(months_between(")
                        .then(last)
                        .then(", ")
                        .then(first)
                        .then(") / 12)");
            case FULL_DAYS_BETWEEN ->
                Dialect.named("timestampdiff", Sql.of("DAY, ").then(Sql.join(", ", arguments)));
            case HOUR -> Dialect.named("hour", first);
            case WEEKDAY -> Sql.of("(weekday(").then(first).then(") + 1)");
            case FRACTIONAL -> Dialect.named("double", first);
            case NATURAL_LOGARITHM -> Dialect.named("ln", first);
            case PAIR -> Dialect.named("struct", Sql.join(", ", arguments));
            case LOWER_CASE -> Dialect.named("lower", first);
            case LENGTH -> Dialect.named("char_length", first);
            case ABSOLUTE -> Dialect.named("abs", first);
            case FLOOR -> Dialect.named("floor", first);
            case SIX_DECIMALS -> Sql.of("round(").then(first).then(", 6)");
            case FIRST_PRESENT -> Dialect.named("coalesce", Sql.join(", ", arguments));
        };
    }

    @Override
    public Sql choice(Sql place, Sql choices) {
        return Sql.of("get(array(").then(choices).then("), ").then(place).then(" - 1)");
    }

    @Override
    public Sql isInstant(Sql value) {
        return Sql.of("typeof(").then(value).then(") = 'timestamp_ntz'");
    }

    /** By way of a text, for not all types can be cast. */
    @Override
    public Sql asInstant(Sql value) {
        return Sql.of("try_cast(string(").then(value).then(") as timestamp_ntz)");
    }

    @Override
    public Sql later(Sql instant, Sql seconds) {
        return Dialect.named(
                "timestampadd", Sql.of("SECOND, ").then(seconds).then(", ").then(instant));
    }

    @Override
    public Sql match(Expression.Match match, Sql text, Sql pattern) {
        var joined = text.then(", ").then(pattern);
        return switch (match) {
            case CONTAINS -> Dialect.named("contains", joined);
            case INCLUDES -> Dialect.named("contains", listed(text).then(", ").then(listed(pattern)));
            case STARTS_WITH -> Dialect.named("startswith", joined);
            case ENDS_WITH -> Dialect.named("endswith", joined);
            case LIKE -> Sql.of("(").then(text).then(" like ").then(pattern).then(")");
            case MATCHES -> Sql.of("(").then(text).then(" rlike ").then(pattern).then(")");
        };
    }

    /** The values of a list, each between commas; the brackets and quotes of a list in JSON are no part of them. */
    private static Sql listed(Sql text) {
        return Sql.of("(',' || replace(translate(").then(text).then(", '[\"]', ''), ', ', ',') || ',')");
    }
}
