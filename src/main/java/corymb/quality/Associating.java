package corymb.quality;

import corymb.sql.Sql;
import corymb.stats.Correlation;
import corymb.table.ColumnType;
import corymb.table.Table;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Measures which columns of a source go together: numbers with numbers, categories with categories.
 *
 * <p>Cost: the rows of the sample times the pairs of columns.
 */
record Associating(Sample sample, List<ColumnProfile> columns, Progress progress) {
    private static final int MOST_COLUMNS = 30;
    private static final int MOST_CATEGORIES = 50;

    List<Associations> all() {
        var numbers = columns.stream()
                .filter(column -> column.type().isNumeric() && varies(column))
                .toList();
        var categories = columns.stream().filter(Associating::isCategory).toList();
        var all = new ArrayList<Associations>();
        if (numbers.size() > 1) {
            var ranked = compared(numbers, (table, name) -> new Correlation(table.numbers(name)));
            all.add(associations(Measure.PEARSON, numbers, pairwise(ranked, Correlation::pearson)));
            all.add(associations(Measure.SPEARMAN, numbers, pairwise(ranked, Correlation::spearman)));
        }
        if (categories.size() > 1) {
            var coded = compared(categories, (table, name) -> new Contingency(table.column(name)));
            all.add(associations(Measure.CRAMERS_V, categories, pairwise(coded, Contingency::cramersV)));
        }
        return all;
    }

    private static boolean varies(ColumnProfile column) {
        return column.distinct().values() > 1;
    }

    private static boolean isCategory(ColumnProfile column) {
        boolean canBe = column.type() == ColumnType.TEXT || column.type() == ColumnType.BOOLEAN;
        return canBe && varies(column) && column.distinct().values() <= MOST_CATEGORIES;
    }

    private static List<String> names(List<ColumnProfile> comparable) {
        return comparable.stream().limit(MOST_COLUMNS).map(ColumnProfile::name).toList();
    }

    private Associations associations(Measure measure, List<ColumnProfile> comparable, List<Double> values) {
        var names = names(comparable);
        return new Associations(
                measure, names, comparable.size() - names.size(), sample.rows().rows(), values);
    }

    private <T> List<T> compared(List<ColumnProfile> comparable, BiFunction<Table, String, T> prepare) {
        var names = names(comparable);
        var table = sample.engine()
                .table(
                        Sql.of("select " + Sql.names(names) + " from "
                                + sample.rows().quoted()),
                        progress);
        return names.stream().map(name -> prepare.apply(table, name)).toList();
    }

    private <T> List<Double> pairwise(List<T> columns, BiFunction<T, T, Double> measure) {
        var values = new double[columns.size()][columns.size()];
        Parallel.forBlocks(columns.size(), 1, progress, (left, _, _) -> {
            for (int right = left + 1; right < columns.size(); right++) {
                progress.check();
                values[left][right] = measure.apply(columns.get(left), columns.get(right));
            }
        });
        var pairs = new ArrayList<Double>();
        for (int left = 0; left < columns.size(); left++) {
            for (int right = left + 1; right < columns.size(); right++) {
                pairs.add(values[left][right]);
            }
        }
        return pairs;
    }
}
