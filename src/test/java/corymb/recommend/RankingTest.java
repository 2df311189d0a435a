package corymb.recommend;

import corymb.stats.Seed;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class RankingTest extends KernelContract<List<List<String>>> {
    @Override
    protected List<List<String>> run(Progress progress) {
        return rows(Ranking.of(choices(2_000, 300, 12), plan(Method.ITEM_KNN), progress));
    }

    @Override
    protected List<List<String>> runLong(Progress progress) {
        return rows(Ranking.of(choices(5_000, 4_000, 250), plan(Method.ITEM_KNN), progress));
    }

    @Override
    protected List<Job<List<List<String>>>> edgeCases() {
        return Stream.of(Method.values())
                .flatMap(method -> Stream.of(
                        job("nobody", method, choices(0, 0, 0)),
                        job("people and no items", method, choices(3, 0, 0)),
                        job("items and no people", method, choices(0, 3, 0)),
                        job("people who chose nothing", method, choices(3, 3, 0)),
                        job("one of each", method, choices(1, 1, 1)),
                        job("everybody chose everything", method, choices(5, 4, 4))))
                .toList();
    }

    private static Job<List<List<String>>> job(String title, Method method, Interactions interactions) {
        return new Job<>(method + ": " + title, progress -> rows(Ranking.of(interactions, plan(method), progress)));
    }

    private static RecommendationPlan plan(Method method) {
        return RecommendationPlan.standard(method, 5);
    }

    /** Everybody chose so many different items, the popular ones more often. */
    private static Interactions choices(int customers, int items, int each) {
        var chance = new Seed(11).generator();
        var numbers = new ArrayList<double[]>();
        for (int customer = 0; customer < customers; customer++) {
            var chosen = new BitSet(items);
            while (chosen.cardinality() < each) {
                double u = chance.nextDouble();
                chosen.set((int) (items * u * u));
            }
            for (int item = chosen.nextSetBit(0); item >= 0; item = chosen.nextSetBit(item + 1)) {
                numbers.add(new double[] {customer, item, 1 + item % 3, item % 2});
            }
        }
        return Interactions.of(table(numbers), customers, items);
    }

    private static Table table(List<double[]> rows) {
        var names = List.of("customer", "item", "weight", "bought");
        return new Table(IntStream.range(0, names.size())
                .<Column>mapToObj(column -> new NumberColumn(
                        names.get(column),
                        ColumnType.DECIMAL,
                        rows.stream().mapToDouble(row -> row[column]).toArray()))
                .toList());
    }

    private static List<List<String>> rows(Lists lists) {
        var table = lists.table();
        return table.columns().stream()
                .map(column ->
                        IntStream.range(0, column.size()).mapToObj(column::text).toList())
                .toList();
    }
}
