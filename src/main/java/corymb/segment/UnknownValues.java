package corymb.segment;

import corymb.rule.Figure;
import corymb.rule.Rule;
import corymb.rule.Window;
import corymb.sql.Dialect;
import corymb.sql.Engine;
import corymb.sql.Expression.Column;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.OneOf;
import corymb.sql.Expression.TextConstant;
import corymb.sql.Sql;
import corymb.work.NearName;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds texts that a rule asks for and nobody and nothing has, such as a type of event that does not exist.
 *
 * <p>Cost: one reading of each column that is asked for a text, and one more where nobody has it.
 */
public final class UnknownValues {
    /** So many of the commonest values are looked through for one that may be meant. */
    private static final int LOOKED_THROUGH = 1000;

    /** So many of them are told where none is near. */
    private static final int TOLD = 5;

    private final Engine engine;
    private final Population population;
    private final Progress progress;

    private UnknownValues(Engine engine, Population population, Progress progress) {
        this.engine = engine;
        this.population = population;
        this.progress = progress;
    }

    /** A column of events, or a field of customers. */
    private record Place(boolean isOfEvents, String column) {}

    private record Asked(Place place, String text) {}

    /** One problem for each text that a rule asks for in vain; none where it does not fit the population. */
    public static List<Problem> of(Engine engine, Population population, Rule rule, Progress progress) {
        return rule.check(population.terms()).isEmpty()
                ? new UnknownValues(engine, population, progress)
                        .among(rule.leaves().flatMap(UnknownValues::ofLeaf))
                : List.of();
    }

    /** The same of rules over the columns of events. */
    public static List<Problem> ofEvents(Engine engine, Population population, List<Rule> events, Progress progress) {
        var columns = population.terms().events();
        return new UnknownValues(engine, population, progress)
                .among(events.stream()
                        .filter(rule -> rule.check(columns).isEmpty())
                        .flatMap(Rule::tests)
                        .flatMap(test -> asked(test, true)));
    }

    private static Stream<Asked> ofLeaf(Rule leaf) {
        return switch (leaf) {
            case Rule.Test test -> asked(test, false);
            case Rule.EventTest events ->
                events.filters().stream().flatMap(Rule::tests).flatMap(test -> asked(test, true));
            case Rule.Everyone _, Rule.OfSegment _, Rule.All _, Rule.Any _, Rule.AtLeast _, Rule.Not _ ->
                Stream.empty();
        };
    }

    /** Ids that are nobody's are told by {@link UnknownIds}. */
    private static Stream<Asked> asked(Rule.Test test, boolean isOfEvents) {
        var place = new Place(isOfEvents, test.field());
        return test.field().equals(Population.ID)
                ? Stream.empty()
                : constants(test)
                        .flatMap(value -> value instanceof TextConstant(var text)
                                ? Stream.of(new Asked(place, text))
                                : Stream.empty());
    }

    private static Stream<Constant> constants(Rule.Test test) {
        return switch (test) {
            case Rule.OneOf oneOf -> oneOf.values().stream();
            case Rule.Compare compare
            when compare.comparison() == Comparison.EQUAL || compare.comparison() == Comparison.NOT_EQUAL ->
                Stream.of(compare.value());
            case Rule.Compare _,
                    Rule.CompareFields _,
                    Rule.Between _,
                    Rule.TextMatch _,
                    Rule.IsMissing _,
                    Rule.Dated _,
                    Rule.Older _ -> Stream.empty();
        };
    }

    private List<Problem> among(Stream<Asked> asked) {
        return asked
                .distinct()
                .collect(Collectors.groupingBy(Asked::place, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(each -> inVain(each.getKey(), each.getValue()))
                .toList();
    }

    private Stream<Problem> inVain(Place place, List<Asked> asked) {
        var texts = asked.stream()
                .<Constant>map(each -> new TextConstant(each.text()))
                .toList();
        var found = Set.copyOf(texts(
                place,
                rows(place, new Rule.OneOf(place.column(), texts))
                        .then(" where ")
                        .then(Dialect.DUCKDB.compile(new OneOf(new Column(place.column()), texts))),
                texts.size()));
        var unknown =
                asked.stream().filter(each -> !found.contains(each.text())).toList();
        var known =
                unknown.isEmpty() ? List.<String>of() : texts(place, rows(place, new Rule.Everyone()), LOOKED_THROUGH);
        return unknown.stream().map(each -> problem(each, known));
    }

    private static Problem problem(Asked asked, List<String> known) {
        var place = asked.place();
        var what = place.isOfEvents() && place.column().equals(Figure.TYPE)
                ? "No event is of the type “" + asked.text() + "”."
                : (place.isOfEvents() ? "No event" : "No customer") + " has “" + asked.text() + "” as “"
                        + place.column() + "”.";
        var most = known.stream().limit(TOLD).map(each -> "“" + each + "”").collect(Collectors.joining(", "));
        var otherwise = known.isEmpty() ? "" : (known.size() > TOLD ? "Most have " : "There is ") + most + ".";
        return new Problem(what, "", NearName.remedy(asked.text(), known, otherwise));
    }

    /** What there is to look through; of events those that meet a rule. */
    private Sql rows(Place place, Rule events) {
        var columns = Set.of(place.column());
        var rows = place.isOfEvents()
                ? population.done().events(events, new Window.All(), columns)
                : Sql.of("(").then(population.rows(columns)).then(")");
        return Sql.of(" from ").then(rows).then(" as asked");
    }

    /** What stands in a column, the commonest first and so many at most. */
    private List<String> texts(Place place, Sql from, int most) {
        var column = Sql.name(place.column());
        var table = engine.table(
                Sql.of("select " + column)
                        .then(from)
                        .then(" group by all having " + column + " is not null order by count(*) desc, " + column
                                + " limit " + most),
                progress);
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> table.text(row, place.column()))
                .toList();
    }
}
