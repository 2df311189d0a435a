package corymb.quality;

import corymb.importing.Source;
import corymb.sql.Sql;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** Compiles a check to the SQL that selects the rows which fail it. */
final class CheckSql {
    private static final String EMAIL = "^[^@\\s,;<>()]+@[^@\\s,;<>()]+\\.[A-Za-z]{2,}$";
    private static final String POSTCODE = "^0*[A-Za-z1-9][A-Za-z0-9 -]{2,9}$";

    /** UTF-8 read as Windows-1252 or Latin-1: a capital A with tilde or circumflex, then one of the upper half of these. */
    private static final String MISREAD =
            "[\\x{C2}\\x{C3}][\\x{80}-\\x{BF}\\x{152}\\x{153}\\x{160}\\x{161}\\x{178}\\x{17D}\\x{17E}\\x{192}\\x{2C6}\\x{2DC}\\x{2013}-\\x{2122}]";

    /** What trimming would change: every kind of space, line and control but single spaces between words. */
    private static final String BLANKS =
            "^ | $|  |[\\x00-\\x1F\\x7F-\\x{A0}\\x{1680}\\x{2000}-\\x{200B}\\x{2028}\\x{2029}\\x{202F}"
                    + "\\x{205F}\\x{2060}\\x{3000}\\x{FEFF}]";

    private CheckSql() {}

    /** All rows that fail the check, with all their columns. */
    static Sql rows(Source source, Check check, Instant asOf) {
        return switch (check) {
            case Check.Rejected _ -> source.rejects();
            case Check.Unreadable(var column) ->
                Sql.of("select * from (")
                        .then(source.unreadable())
                        .then(") where \"column\" = ?", fileColumn(source, column));
            case Check.RepeatedKey(var column) -> ordered(source, check, asOf, List.of(column));
            case Check.SamePerson(var columns) -> ordered(source, check, asOf, columns);
            case Check.RepeatedRow _, Check.Missing _, Check.Orphan _, Check.BirthDate _, Check.Shape _ ->
                failing(source, check, asOf);
            case Check.Future _, Check.Constant _, Check.Outlier _, Check.Negative _ -> failing(source, check, asOf);
            case Check.Unusual(var rows, var looked) -> explained(source, rows);
            case Check.Alike alike -> AlikeEvidence.rows(alike);
            case Check.Skewed _ -> failing(source, check, asOf);
            case Check.UnusualDays(var column, var days) ->
                failing(source, check, asOf).then(" order by " + Sql.name(column));
            case Check.OddSpelling _, Check.Capitals _, Check.Misread _, Check.Blanks _ -> failing(source, check, asOf);
            case Check.Stated(var stated, var known) ->
                new ExpectationSql(source, asOf).rows(stated.expectation(), known);
        };
    }

    private static Sql failing(Source source, Check check, Instant asOf) {
        return Sql.of("select * from " + source.data().quoted() + " where ").then(fails(source, check, asOf));
    }

    /** The rows with the reason of each, the most unusual first. */
    private static Sql explained(Source source, List<UnusualRow> rows) {
        var place = Sql.name(place(source));
        var reasons = rows.stream()
                .map(row -> Sql.of(
                        "(cast(? as bigint), cast(? as double), cast(? as varchar))",
                        row.place(),
                        row.score(),
                        row.reason()))
                .toList();
        return Sql.of("select unusual.reason as " + Sql.name(unusedName(source, "why")) + ", rows.* exclude (" + place
                        + ") from (select *, row_number() over () as " + place + " from "
                        + source.data().quoted() + ") as rows join (values ")
                .then(Sql.join(", ", reasons))
                .then(") as unusual(place, score, reason) on rows." + place
                        + " = unusual.place order by unusual.score desc, unusual.place");
    }

    /** What the place of a row among those of its source can be called, for no column is called so. */
    static String place(Source source) {
        return unusedName(source, "place");
    }

    private static String unusedName(Source source, String name) {
        var unused = name;
        while (source.data().schema().names().stream().anyMatch(unused::equalsIgnoreCase)) {
            unused += "_";
        }
        return unused;
    }

    private static Sql ordered(Source source, Check check, Instant asOf, List<String> columns) {
        return failing(source, check, asOf).then(" order by " + keys(columns));
    }

    static String fileColumn(Source source, String name) {
        return source.columns().stream()
                .filter(column -> column.name().equals(name))
                .map(column -> column.column())
                .findFirst()
                .orElse(name);
    }

    /** The condition under which a stored row fails; false for checks about rows that are not stored. */
    static Sql fails(Source source, Check check, Instant asOf) {
        var table = source.data().quoted();
        return switch (check) {
            case Check.Rejected _, Check.Unreadable _, Check.Unusual _, Check.Alike _ -> Sql.of("false");
            case Check.Skewed skewed -> Sql.of(ClockSkew.condition(skewed));
            case Check.UnusualDays(var column, var days) ->
                Sql.of("cast(" + Sql.name(column) + " as date) in (")
                        .then(Sql.join(
                                ", ",
                                days.stream().map(day -> Sql.of("?", day.day())).toList()))
                        .then(")");
            case Check.Missing(var column) -> Sql.of(Sql.name(column) + " is null");
            case Check.RepeatedRow _ -> repeatedRow(source);
            case Check.RepeatedKey(var column) ->
                Sql.of(Sql.name(column) + " in (" + shared(table, List.of(column)) + ")");
            case Check.SamePerson(var columns) -> Sql.of("(" + keys(columns) + ") in (" + shared(table, columns) + ")");
            case Check.Orphan(var column, var known) ->
                Sql.of(Sql.name(column) + " is not null and " + Sql.name(column) + " not in (" + known(known) + ")");
            case Check.BirthDate(var column) ->
                Sql.of(
                        "(" + Sql.name(column) + " > cast(? as date) or " + Sql.name(column) + " < date '1900-01-02')",
                        date(asOf));
            case Check.Shape(var column, var pattern) -> misshapen(Sql.name(column), pattern);
            case Check.Future(var column) -> Sql.of(Sql.name(column) + " > ?", timestamp(asOf));
            case Check.Constant(var column) -> Sql.of(Sql.name(column) + " is not null");
            case Check.Outlier(var column, var low, var high) ->
                Sql.of("(" + Sql.name(column) + " < ? or " + Sql.name(column) + " > ?)", low, high);
            case Check.Negative(var column) -> Sql.of(Sql.name(column) + " < 0");
            case Check.OddSpelling(var column, var values) ->
                Sql.of(Sql.name(column) + " in (")
                        .then(Sql.join(
                                ", ",
                                values.stream()
                                        .map(one -> Sql.of("?", one.value()))
                                        .toList()))
                        .then(")");
            case Check.Capitals(var column) -> Sql.of(inCapitals(Sql.name(column)));
            case Check.Misread(var column) -> misread(Sql.name(column));
            case Check.Blanks(var column) -> blanks(Sql.name(column));
            case Check.Stated(var stated, var known) ->
                new ExpectationSql(source, asOf).fails(stated.expectation(), known);
        };
    }

    /** Looked at closely only where there is a character of more than one byte. */
    static Sql misread(String column) {
        return Sql.of(
                "(case when strlen(" + column + ") > length(" + column + ") then regexp_matches(" + column
                        + ", ?) else false end)",
                MISREAD);
    }

    static Sql blanks(String column) {
        return Sql.of("regexp_matches(" + column + ", ?)", BLANKS);
    }

    /** A word of at least three letters, so that codes are none; the letters are counted only where there is no small one. */
    static String inCapitals(String column) {
        return "(case when " + column + " <> upper(" + column + ") then false when " + column + " <> lower(" + column
                + ") then regexp_matches(" + column + ", '(?s)(\\p{L}.*){3}') else false end)";
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Object date(Instant instant) {
        return utc(instant).toLocalDate();
    }

    private static Object timestamp(Instant instant) {
        return utc(instant);
    }

    private static Sql repeatedRow(Source source) {
        var columns = Sql.names(source.data().schema().names());
        return Sql.of("hash(" + columns + ") in (select hash(" + columns + ") from "
                + source.data().quoted() + " group by 1 having count(*) > 1)");
    }

    /** Texts that differ only in case count as one. */
    static String keys(List<String> columns) {
        return columns.stream()
                .map(column -> "lower(cast(" + Sql.name(column) + " as varchar))")
                .collect(Collectors.joining(", "));
    }

    /** How many rows share these columns with another one, as a number: the rows need not be looked for among the shared keys. */
    static Sql sharing(Source source, List<String> columns) {
        return Sql.of("(select cast(coalesce(sum(n), 0) as bigint) from ("
                + shared("count(*) as n", source.data().quoted(), columns) + "))");
    }

    private static String shared(String table, List<String> columns) {
        return shared(key(columns), table, columns);
    }

    private static String shared(String what, String table, List<String> columns) {
        var present = columns.stream()
                .map(column -> Sql.name(column) + " is not null")
                .collect(Collectors.joining(" and "));
        return "select " + what + " from " + table + " where " + present + " group by " + key(columns)
                + " having count(*) > 1";
    }

    private static String key(List<String> columns) {
        return columns.size() == 1 && !isText(columns) ? Sql.names(columns) : keys(columns);
    }

    private static boolean isText(List<String> columns) {
        return columns.contains("email");
    }

    static String known(List<Check.Known> known) {
        return known.stream()
                .map(keys -> "select " + Sql.name(keys.column()) + " from " + Sql.name(keys.relation()) + " where "
                        + Sql.name(keys.column()) + " is not null")
                .collect(Collectors.joining(" union "));
    }

    private static Sql misshapen(String column, Check.Pattern pattern) {
        return switch (pattern) {
            case EMAIL -> Sql.of("not regexp_matches(" + column + ", ?)", EMAIL);
            case POSTCODE -> Sql.of("not regexp_matches(" + column + ", ?)", POSTCODE);
            case PHONE -> Sql.of("length(regexp_replace(" + column + ", '\\D', '', 'g')) not between 6 and 15");
            case COUNTRY_CODE -> Sql.of("left(trim(" + column + "), 1) <> '+'");
            case COUNTRY -> Sql.of("not regexp_matches(" + column + ", '^[A-Z]{2}$')");
        };
    }
}
