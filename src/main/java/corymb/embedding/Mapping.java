package corymb.embedding;

import corymb.clustering.CustomerMatrix;
import corymb.clustering.Rows;
import corymb.clustering.Sample;
import corymb.clustering.Scaler;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.Matrix;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Draws a map of customers by a plan and stores where each lies. */
public final class Mapping {
    private static final double DRAWING_PART = 0.97;

    private Mapping() {}

    /** What a kernel gives: the places and what there is to say of them. */
    private record Drawn(Positions positions, MapFacts facts) {}

    /**
     * Lays the customers out.
     *
     * @param name the name of the table to create for the positions
     * @throws corymb.work.Failure when there are no customers, or too few for the method, or all are the same, or a value is
     *     missing or too large
     */
    public static CustomerMap run(Engine engine, CustomerMatrix customers, MapPlan plan, String name, MapWatch watch) {
        var progress = watch.progress();
        var shown = shown(customers.matrix().rowCount(), plan);
        var rows = Scaler.scale(customers.matrix().rows(shown), plan.scaling(), progress)
                .matrix();
        requireDifferent(rows);
        var drawn = drawn(rows, plan, watch.between(0, DRAWING_PART));
        var rest = progress.between(DRAWING_PART, 1);
        var query = Sql.of("select customer_id from " + customers.features().quoted() + " order by customer_id");
        var ids = engine.table(query, rest).column("customer_id");
        var positions = engine.fill(name, table(ids, shown, drawn.positions()), rest);
        return new CustomerMap(plan, customers.matrix().rowCount(), drawn.facts(), positions);
    }

    private static int[] shown(int rows, MapPlan plan) {
        return Sample.stream(
                        rows, plan.mostCustomers(), plan.seed().derive("sample").generator())
                .toArray();
    }

    private static void requireDifferent(Matrix rows) {
        if (rows.rowCount() == 0) {
            throw Rows.noCustomers();
        }
        Rows.requireFinite(rows);
        var values = rows.toArray();
        boolean areAlike = IntStream.range(0, values.length).allMatch(i -> values[i] == values[i % rows.columnCount()]);
        if (areAlike && rows.rowCount() > 1) {
            throw Rows.allAlike();
        }
    }

    private static Drawn drawn(Matrix rows, MapPlan plan, MapWatch watch) {
        return switch (plan.method()) {
            case MapMethod.Pca _ -> components(rows, watch.progress());
            case MapMethod.TSne method -> {
                var result = TSne.run(rows, method, plan.seed(), watch);
                yield new Drawn(
                        result.positions(), new MapFacts.Neighbourhoods(result.divergence(), result.perplexity()));
            }
            case MapMethod.Umap method -> {
                var result = Umap.run(rows, method, plan.seed(), watch);
                yield new Drawn(result.positions(), new MapFacts.Layout(result.neighbours()));
            }
        };
    }

    private static Drawn components(Matrix rows, Progress progress) {
        var components = PrincipalComponents.of(rows, 2, progress);
        return new Drawn(components.positions(), new MapFacts.Directions(rows.columnNames(), components.axes()));
    }

    private static Table table(Column ids, int[] shown, Positions positions) {
        var x = IntStream.range(0, shown.length).mapToDouble(positions::x).toArray();
        var y = IntStream.range(0, shown.length).mapToDouble(positions::y).toArray();
        return new Table(List.of(
                new TextColumn(
                        ids.name(), Arrays.stream(shown).mapToObj(ids::text).toList()),
                new NumberColumn("x", ColumnType.DECIMAL, x),
                new NumberColumn("y", ColumnType.DECIMAL, y)));
    }
}
