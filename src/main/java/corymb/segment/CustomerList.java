package corymb.segment;

import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.rule.RuleText;
import corymb.sql.Engine;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.TextConstant;
import corymb.sql.Sql;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.List;
import java.util.stream.IntStream;

/** Customers by their ids, for a segment of people whom nothing in common describes. */
public final class CustomerList {
    private static final int MOST = 50_000;

    private CustomerList() {}

    /**
     * The rule that just the people of these rows meet.
     *
     * @param rows a query with a column {@code customer_id}
     * @throws corymb.work.Failure when there is nobody, or there are more than a rule can list
     */
    public static Rule of(Engine engine, Sql rows, Progress progress) {
        var ids = ids(engine, rows, progress);
        if (ids.isEmpty()) {
            throw new Problem("There is nobody to make a segment of.", "", "Open the people behind another number.")
                    .asFailure();
        }
        var rule = new Rule.OneOf(Population.ID, ids);
        if (ids.size() > MOST || RuleText.of(rule).length() > RuleParser.LONGEST) {
            throw new Problem(
                            "These are more customers than a list can hold.",
                            "",
                            "Define a segment by a rule, or open the people behind a smaller number: a list holds up to 50,000.")
                    .asFailure();
        }
        return rule;
    }

    private static List<Constant> ids(Engine engine, Sql rows, Progress progress) {
        var found = engine.table(
                Sql.of("select distinct cast(customer_id as varchar) as id from (")
                        .then(rows)
                        .then(") where customer_id is not null order by id limit " + (MOST + 1)),
                progress);
        return IntStream.range(0, found.rowCount())
                .<Constant>mapToObj(row -> new TextConstant(found.text(row, "id")))
                .toList();
    }
}
