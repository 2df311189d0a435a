package corymb.segment;

import corymb.feature.EventAnswers;
import corymb.feature.EventFigures;
import corymb.rule.Answers;
import corymb.rule.Figure;
import corymb.rule.Moment;
import corymb.rule.Rule;
import corymb.sql.Dialect;
import corymb.sql.Expression;
import corymb.sql.Expression.Column;
import corymb.sql.Expression.Condition;
import corymb.sql.Expression.Value;
import corymb.sql.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks a population who meets a rule: what the people's fields do not tell stands in relations beside them, each asked once. */
final class RuleQuery implements Answers {
    private static final String ID = Sql.name(Population.ID);

    private final Population population;
    private final EventAnswers done;
    private final EventFigures figures;
    private final Map<Sql, String> among = new LinkedHashMap<>();

    RuleQuery(Population population) {
        this.population = population;
        this.done = population.done();
        this.figures = done.figures();
    }

    /** The ids of the people who meet the rule, in no order. */
    Sql members(Rule rule) {
        var condition = Dialect.DUCKDB.compile(rule.toExpression(this));
        return figures.before()
                .then("select person." + ID + " from ")
                .then(people(rule.fields()))
                .then(" where ")
                .then(condition);
    }

    /** A row for each of the people: the id, and for each rule whether it holds, 1 or 0. */
    Sql answers(List<Rule> rules) {
        var columns = new ArrayList<Sql>(List.of(Sql.of("person." + ID)));
        var fields = new HashSet<String>();
        for (var rule : rules) {
            fields.addAll(rule.fields());
            columns.add(answer(rule, columns.size() - 1));
        }
        return select(columns, fields);
    }

    /** One row about one of the people: for each rule whether it holds, and what it looks at; none where there is no such person. */
    Sql answers(List<Rule> rules, String person) {
        var columns = new ArrayList<Sql>();
        var fields = new HashSet<String>();
        for (var rule : rules) {
            int place = columns.size() / 2;
            fields.addAll(rule.fields());
            columns.add(answer(rule, place));
            columns.add(seen(rule).then(" as " + Sql.name(value(place))));
        }
        return select(columns, fields).then(" where person." + ID + " = ?", person);
    }

    private Sql select(List<Sql> columns, Collection<String> fields) {
        return figures.before()
                .then("select ")
                .then(Sql.join(", ", columns))
                .then(" from ")
                .then(people(fields));
    }

    private Sql answer(Rule rule, int place) {
        return Sql.of("case when ")
                .then(Dialect.DUCKDB.compile(rule.toExpression(this)))
                .then(" then 1 else 0 end as " + Sql.name(holds(place)));
    }

    static String holds(int rule) {
        return "holds " + rule;
    }

    static String value(int rule) {
        return "value " + rule;
    }

    private Sql seen(Rule rule) {
        return switch (rule) {
            case Rule.Test test -> text(new Column(test.field()));
            case Rule.Measured measured -> text(figure(measured.figure()));
            case Rule.Everyone _, Rule.Course _, Rule.OfSegment _, Rule.All _, Rule.Any _, Rule.AtLeast _, Rule.Not _ ->
                Sql.of("cast(null as varchar)");
        };
    }

    private static Sql text(Value value) {
        return Sql.of("cast(").then(Dialect.DUCKDB.compile(value)).then(" as varchar)");
    }

    /** The people with these fields, and beside them what has been asked for so far. */
    private Sql people(Collection<String> fields) {
        var joined = new ArrayList<>(List.of(figures.beside()));
        among.forEach((people, mark) -> joined.add(beside(mark, people)));
        return Sql.of("(").then(population.rows(fields)).then(") as person").then(Sql.join("", joined));
    }

    /** The rows of a query beside the people they are of; the id goes by the query's own name. */
    private static Sql beside(String name, Sql rows) {
        var owner = Sql.name(owner(name));
        return Sql.of(" left join (select " + ID + " as " + owner + ", * exclude (" + ID + ") from (")
                .then(rows)
                .then(") as asked) as " + Sql.name(name) + " on person." + ID + " = " + owner);
    }

    private static String owner(String name) {
        return " whose " + name;
    }

    @Override
    public Moment asOf() {
        return population.moment();
    }

    @Override
    public Value figure(Figure figure) {
        return figures.of(figure);
    }

    @Override
    public Condition course(Rule.Course course) {
        return isAmong(done.course(course));
    }

    @Override
    public Condition member(String segment) {
        return isAmong(Sql.of("select " + ID + " from "
                + population.segment(segment).orElseThrow().quoted()));
    }

    @Override
    public Condition alike(Rule.Alike alike) {
        return isAmong(LookAlikes.ids(population, alike));
    }

    private Condition isAmong(Sql people) {
        var mark = among.computeIfAbsent(people, _ -> "among " + among.size());
        return new Expression.Not(new Expression.IsMissing(new Column(owner(mark))));
    }
}
