package corymb.feature;

import corymb.feature.Histogram.Bin;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what the values of each feature look like, several features at a time.
 *
 * <p>Numbers are sorted in memory, a column for each thread: the engine takes three times as long, most of it for medians. The commonest texts
 * it finds itself.
 */
final class Summaries {
    private final Engine engine;
    private final Relation table;
    private final FeaturePlan plan;

    Summaries(Engine engine, Relation table, FeaturePlan plan) {
        this.engine = engine;
        this.table = table;
        this.plan = plan;
    }

    List<FeatureSummary> read(Progress progress) {
        var summaries = new FeatureSummary[plan.definitions().size()];
        Parallel.forBlocks(
                summaries.length,
                1,
                progress,
                "Summing up features",
                (place, _, _) -> summaries[place] = summary(place, progress.untold()));
        return List.of(summaries);
    }

    private FeatureSummary summary(int place, Progress progress) {
        var definition = plan.definitions().get(place);
        var field = table.schema().fields().get(place + 1);
        var numbers = SortedNumbers.of(engine, table, field, progress);
        boolean isBinned = field.type() != ColumnType.TEXT && field.type() != ColumnType.BOOLEAN;
        var bins = isBinned ? numbers.bins() : commonest(field, progress);
        long present = field.type() == ColumnType.TEXT ? present(field, progress) : numbers.size();
        boolean isNumber = !field.type().isTemporal();
        return new FeatureSummary(
                definition.name(),
                definition.description(),
                definition.unit(),
                field.type(),
                table.rows() - present,
                isNumber ? numbers.minimum() : Double.NaN,
                isNumber ? numbers.median() : Double.NaN,
                isNumber ? numbers.mean() : Double.NaN,
                isNumber ? numbers.maximum() : Double.NaN,
                new Histogram(bins));
    }

    private List<Bin> commonest(Field field, Progress progress) {
        var bins = new ArrayList<Bin>();
        var name = Sql.name(field.name());
        engine.forEachRow(
                Sql.of("select cast(" + name + " as varchar) as label, count(*) as n" + from() + " where " + name
                        + " is not null group by all order by n desc, label limit " + Histogram.MOST_VALUES),
                row -> bins.add(new Bin(String.valueOf(row.getFirst()), Double.NaN, Double.NaN, (Long) row.getLast())),
                progress);
        return bins;
    }

    private long present(Field field, Progress progress) {
        return (long) engine.number(Sql.of("select count(" + Sql.name(field.name()) + ")" + from()), progress);
    }

    private String from() {
        return " from " + table.quoted();
    }
}
