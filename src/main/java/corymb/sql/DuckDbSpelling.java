package corymb.sql;

import corymb.table.ColumnType;
import java.util.List;

/** How DuckDB writes SQL. */
final class DuckDbSpelling implements Spelling {
    @Override
    public String name(String identifier) {
        return Sql.name(identifier);
    }

    @Override
    public String type(ColumnType type) {
        return switch (type) {
            case TEXT -> "varchar";
            case INTEGER -> "bigint";
            case DECIMAL -> "double";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIMESTAMP -> "timestamp";
        };
    }

    @Override
    public Sql call(Expression.Function function, List<Sql> arguments) {
        var joined = Sql.join(", ", arguments);
        return switch (function) {
            case DATE_OF -> Sql.of("try_cast(").then(joined).then(" as date)");
            case DAYS_BETWEEN -> Dialect.named("date_diff", Sql.of("'day', ").then(joined));
            case YEARS_BETWEEN -> Dialect.named("date_sub", Sql.of("'year', ").then(joined));
            case FULL_DAYS_BETWEEN ->
                Dialect.named("date_sub", Sql.of("'day', ").then(joined));
            case HOUR -> Dialect.named("hour", joined);
            case WEEKDAY -> Dialect.named("isodow", joined);
            case FRACTIONAL -> Sql.of("cast(").then(joined).then(" as double)");
            case NATURAL_LOGARITHM -> Sql.of("ln(nullif(").then(joined).then(", 0))");
            case PAIR -> Dialect.named("row", joined);
            case LOWER_CASE -> Dialect.named("lower", joined);
            case LENGTH -> Dialect.named("length", joined);
            case ABSOLUTE -> Dialect.named("abs", joined);
            case FLOOR -> Sql.of("cast(floor(").then(joined).then(") as bigint)");
            case SIX_DECIMALS -> Sql.of("round(").then(joined).then(", 6)");
            case FIRST_PRESENT -> Dialect.named("coalesce", joined);
        };
    }

    @Override
    public Sql choice(Sql place, Sql choices) {
        return Sql.of("[").then(choices).then("][").then(place).then("]");
    }

    @Override
    public Sql isInstant(Sql value) {
        return Sql.of("typeof(").then(value).then(") = 'TIMESTAMP'");
    }

    @Override
    public Sql asInstant(Sql value) {
        return Sql.of("try_cast(").then(value).then(" as timestamp)");
    }

    @Override
    public Sql later(Sql instant, Sql seconds) {
        return Sql.of("make_timestamp(epoch_us(")
                .then(instant)
                .then(") + cast(1000000 as bigint) * ")
                .then(seconds)
                .then(")");
    }

    @Override
    public Sql match(Expression.Match match, Sql text, Sql pattern) {
        var joined = text.then(", ").then(pattern);
        return switch (match) {
            case CONTAINS -> Dialect.named("contains", joined);
            case INCLUDES -> Dialect.named("contains", listed(text).then(", ").then(listed(pattern)));
            case STARTS_WITH -> Dialect.named("starts_with", joined);
            case ENDS_WITH -> Dialect.named("ends_with", joined);
            case LIKE -> Sql.of("(").then(text).then(" like ").then(pattern).then(")");
            case MATCHES -> Dialect.named("regexp_matches", joined);
        };
    }

    /** The values of a list, each between commas; the brackets and quotes of a list in JSON are no part of them. */
    private static Sql listed(Sql text) {
        return Sql.of("(',' || replace(translate(").then(text).then(", '[\"]', ''), ', ', ',') || ',')");
    }
}
