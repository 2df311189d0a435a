package corymb.segment;

import corymb.feature.EventAnswers;
import corymb.rule.Answers;
import corymb.rule.Figure;
import corymb.rule.Rule;
import corymb.sql.Dialect;
import corymb.sql.Expression;
import corymb.sql.Expression.Column;
import corymb.sql.Expression.Condition;
import corymb.sql.Expression.Value;
import corymb.sql.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks a population who meets a rule: what the people's fields do not tell stands in relations beside them, each asked once. */
final class RuleQuery implements Answers {
    private static final String ID = Sql.name(Population.ID);

    private final Population population;
    private final EventAnswers done;
    private final Map<Figure, String> figures = new LinkedHashMap<>();
    private final Map<Sql, String> among = new LinkedHashMap<>();

    RuleQuery(Population population) {
        this.population = population;
        this.done = population.done();
    }

    /** The ids of the people who meet the rule, in no order. */
    Sql members(Rule rule) {
        var condition = Dialect.DUCKDB.compile(rule.toExpression(this));
        var joined = new ArrayList<Sql>();
        if (!figures.isEmpty()) {
            joined.add(beside("figures", done.figures(population.people(), figures)));
        }
        among.forEach((people, mark) -> joined.add(beside(mark, people)));
        return Sql.of("select person." + ID + " from (")
                .then(population.rows(rule.fields()))
                .then(") as person")
                .then(Sql.join("", joined))
                .then(" where ")
                .then(condition);
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
    public Instant asOf() {
        return population.asOf();
    }

    @Override
    public Value figure(Figure figure) {
        return new Column(figures.computeIfAbsent(figure, _ -> " figure " + figures.size()));
    }

    @Override
    public Condition sequence(Rule.Sequence sequence) {
        return isAmong(done.sequence(sequence));
    }

    @Override
    public Condition member(String segment) {
        return isAmong(Sql.of(
                "select " + ID + " from " + population.segments().get(segment).quoted()));
    }

    private Condition isAmong(Sql people) {
        var mark = among.computeIfAbsent(people, _ -> "among " + among.size());
        return new Expression.Not(new Expression.IsMissing(new Column(owner(mark))));
    }
}
