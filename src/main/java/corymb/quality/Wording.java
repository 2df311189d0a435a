package corymb.quality;

import corymb.importing.Role;
import corymb.importing.Source;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Chooses the checks of how the texts of a source are written, by a look at all of them.
 *
 * <p>Cost: one pass over the texts of customers and items, and one grouping for each column of few different values.
 */
record Wording(Engine engine, Source source, List<ColumnProfile> columns, Progress progress) {
    private static final int MOST_CATEGORIES = 300;
    private static final int ROWS_A_CATEGORY = 10;
    private static final double CUSTOM = 0.8;

    /** What names or reaches one person, however few different values there are. */
    private static final Set<String> PERSONAL =
            Set.of("id", "customer_id", "email", "phone", "given_name", "family_name", "street", "postcode");

    List<Check> checks() {
        var checks = new ArrayList<Check>();
        for (var column : columns) {
            if (isCategory(column)) {
                var odd = odd(column);
                if (!odd.isEmpty()) {
                    checks.add(new Check.OddSpelling(column.name(), odd));
                }
            }
        }
        checks.addAll(ofFreeTexts());
        return checks;
    }

    private static boolean isText(ColumnProfile column) {
        return column.type() == ColumnType.TEXT && column.distinct().values() > 1;
    }

    private boolean isCategory(ColumnProfile column) {
        long values = column.distinct().values();
        return isText(column)
                && !PERSONAL.contains(column.name())
                && values <= MOST_CATEGORIES
                && values * ROWS_A_CATEGORY <= source.accepted();
    }

    private List<Spelling> odd(ColumnProfile column) {
        var name = Sql.name(column.name());
        var table = engine.table(
                Sql.of("select " + name + " as value, count(*) as n from "
                        + source.data().quoted() + " where " + name + " is not null group by 1 order by n desc, value"),
                progress);
        var counts = IntStream.range(0, table.rowCount())
                .mapToObj(row -> new ValueCount(
                        table.text(row, "value"), (long) table.numbers("n").get(row)))
                .toList();
        return column.name().equals("country") ? OddSpellings.ofCountries(counts) : OddSpellings.of(counts);
    }

    private List<Check> ofFreeTexts() {
        var texts = source.role() == Role.CUSTOMERS || source.role() == Role.ITEMS
                ? columns.stream().filter(Wording::isText).toList()
                : List.<ColumnProfile>of();
        if (texts.isEmpty()) {
            return List.of();
        }
        var checks = new ArrayList<Check>();
        for (var column : worthALook(texts)) {
            checks.add(new Check.Misread(column.name()));
            checks.add(new Check.Blanks(column.name()));
        }
        capitals(texts.stream().filter(column -> !isCategory(column)).toList())
                .forEach(column -> checks.add(new Check.Capitals(column)));
        return checks;
    }

    /** Without the columns whose few different values are all fine, which is far sooner asked of these than of all rows. */
    private List<ColumnProfile> worthALook(List<ColumnProfile> texts) {
        var few = texts.stream()
                .filter(column ->
                        !column.distinct().isApproximate() && column.distinct().values() <= Profiling.FEW_TO_GROUP)
                .toList();
        if (few.isEmpty()) {
            return texts;
        }
        var answer = engine.table(
                Sql.of("select ")
                        .then(Sql.join(", ", few.stream().map(this::wrong).toList())),
                progress);
        return texts.stream()
                .filter(column ->
                        !few.contains(column) || answer.numbers(column.name()).get(0) > 0)
                .toList();
    }

    /** How many of the different values are read wrongly or have blanks too many. */
    private Sql wrong(ColumnProfile column) {
        return Sql.of("(select count(*) filter (")
                .then(CheckSql.misread("value"))
                .then(" or ")
                .then(CheckSql.blanks("value"))
                .then(") from (select distinct " + Sql.name(column.name()) + " as value from "
                        + source.data().quoted() + ")) as " + Sql.name(column.name()));
    }

    /** The names of the columns in which texts in capitals are the exception. */
    private List<String> capitals(List<ColumnProfile> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        var kinds = texts.stream().map(Wording::kind).collect(Collectors.joining(", "));
        var counted = texts.stream().map(Wording::counts).collect(Collectors.joining(", "));
        var counts = engine.table(
                Sql.of("select " + counted + " from (select " + kinds + " from "
                        + source.data().quoted() + ")"),
                progress);
        return texts.stream()
                .map(ColumnProfile::name)
                .filter(name -> {
                    double lower = counts.numbers("lower " + name).get(0);
                    double capitals = counts.numbers("capitals " + name).get(0);
                    return capitals > 0 && lower >= CUSTOM * (lower + capitals);
                })
                .toList();
    }

    /** How a text is written: with small letters, in capitals or in neither; each is asked only of those not known yet. */
    private static String kind(ColumnProfile column) {
        var name = Sql.name(column.name());
        return "case when " + name + " <> upper(" + name + ") then 'lower' when " + CheckSql.inCapitals(name)
                + " then 'capitals' end as " + name;
    }

    private static String counts(ColumnProfile column) {
        var name = Sql.name(column.name());
        return "count(*) filter (" + name + " = 'lower') as " + Sql.name("lower " + column.name())
                + ", count(*) filter (" + name + " = 'capitals') as " + Sql.name("capitals " + column.name());
    }
}
