package corymb.ui.session;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Schema;
import corymb.table.Table;
import corymb.ui.kit.RowQuery;
import corymb.ui.kit.RowSource;
import corymb.work.Progress;
import java.util.List;
import java.util.Locale;

/** The rows of a query of the engine, read page by page. */
public final class QueryRows implements RowSource {
    private final Engine engine;
    private final Sql query;
    private final Schema schema;
    private final long rows;
    private final String marking;

    private QueryRows(Engine engine, Sql query, Schema schema, long rows, String marking) {
        this.engine = engine;
        this.query = query;
        this.schema = schema;
        this.rows = rows;
        this.marking = marking;
    }

    /** All rows of a relation, in its order. */
    public static QueryRows of(Engine engine, Relation relation) {
        var query = Sql.of("select * from " + relation.quoted());
        return new QueryRows(engine, query, relation.schema(), relation.rows(), "");
    }

    /** The rows of a query of which columns and number are known. */
    public static QueryRows of(Engine engine, Sql query, Schema schema, long rows) {
        return new QueryRows(engine, query, schema, rows, "");
    }

    /** The rows of a query; asks the engine for their number, so not on the JavaFX thread. */
    public static QueryRows of(Engine engine, Sql query, Progress progress) {
        var schema = engine.table(Sql.of("select * from (").then(query).then(") limit 0"), progress)
                .schema();
        return new QueryRows(engine, query, schema, count(engine, query, progress), "");
    }

    /** The same rows, in which the cells that a column names stand out. */
    public QueryRows markedBy(String column) {
        return new QueryRows(engine, query, schema, rows, column);
    }

    @Override
    public String marking() {
        return marking;
    }

    private static long count(Engine engine, Sql query, Progress progress) {
        return (long) engine.number(Sql.of("select count(*) from (").then(query).then(")"), progress);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public Table page(long from, int count) {
        return engine.table(
                Sql.of("select * from (").then(query).then(") limit " + count + " offset " + from), Progress.NONE);
    }

    @Override
    public RowSource asked(RowQuery asked) {
        var text = asked.text().strip().toLowerCase(Locale.ROOT);
        var answer = Sql.of("select * from (").then(query).then(")");
        if (!text.isEmpty()) {
            answer = answer.then(" where ").then(Sql.join(" or ", holding(text)));
        }
        if (!asked.order().isEmpty()) {
            answer = answer.then(" order by " + order(asked.order()));
        }
        return new QueryRows(
                engine, answer, schema, text.isEmpty() ? rows : count(engine, answer, Progress.NONE), marking);
    }

    private List<Sql> holding(String text) {
        return schema.names().stream()
                .map(name -> Sql.of("contains(lower(cast(" + Sql.name(name) + " as varchar)), ?)", text))
                .toList();
    }

    /** The first column breaks ties, so that no row stands on two pages. */
    private String order(List<RowQuery.By> order) {
        var terms = new StringBuilder();
        for (var by : order) {
            terms.append(Sql.name(by.column()))
                    .append(by.isDescending() ? " desc" : "")
                    .append(" nulls last, ");
        }
        return terms + Sql.name(schema.names().getFirst());
    }
}
