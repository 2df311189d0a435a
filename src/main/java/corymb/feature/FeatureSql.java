package corymb.feature;

import corymb.sql.Dialect;
import corymb.sql.Expression.Value;
import corymb.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/** A feature plan as one query: one pass over the events gathers what the formulas need, then every profile gets its row. */
final class FeatureSql {
    private static final String CUSTOMER = "customer_id";

    private final Dialect dialect;
    private final FeaturePlan plan;

    FeatureSql(Dialect dialect, FeaturePlan plan) {
        this.dialect = dialect;
        this.plan = plan;
    }

    /** One row a profile, ordered by customer; {@code profiles} and {@code events} are what stands after {@code from}. */
    Sql query(Sql profiles, Sql events) {
        var formulas = new FeatureFormulas(plan);
        var id = dialect.spelling().name(CUSTOMER);
        var owner = dialect.spelling().name(" customer");
        var features = plan.definitions().stream()
                .map(definition -> named(formulas.of(definition), definition.name()))
                .toList();
        return Sql.of("with activity as (select " + id + " as " + owner)
                .then(listed(gathered(formulas)))
                .then(" from ")
                .then(events)
                .then(" where ")
                .then(dialect.compile(formulas.isBefore()))
                .then(" group by " + id + ") select " + id)
                .then(listed(features))
                .then(" from ")
                .then(profiles)
                .then(" left join activity on " + owner + " = " + id + " order by " + id);
    }

    private List<Sql> gathered(FeatureFormulas formulas) {
        var gathered = new ArrayList<Sql>();
        formulas.gathered().forEach((aggregate, column) -> gathered.add(named(aggregate, column.name())));
        return gathered;
    }

    private Sql named(Value value, String name) {
        return dialect.compile(value).then(" as " + dialect.spelling().name(name));
    }

    private static Sql listed(List<Sql> columns) {
        var listed = Sql.of("");
        for (var column : columns) {
            listed = listed.then(", ").then(column);
        }
        return listed;
    }
}
