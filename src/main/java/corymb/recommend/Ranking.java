package corymb.recommend;

import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;

/** Ranks all items for each customer and keeps the best; places that stay empty go to the most popular items. */
final class Ranking {
    private static final int BLOCK = 512;
    private static final double COMPARING_PART = 0.5;

    private final Interactions interactions;
    private final RecommendationPlan plan;
    private final SparseRows neighbours;
    private final int[] mostPopular;
    private final Lists lists;

    private Ranking(Interactions interactions, RecommendationPlan plan, SparseRows neighbours) {
        this.interactions = interactions;
        this.plan = plan;
        this.neighbours = neighbours;
        this.mostPopular = interactions.mostPopular();
        this.lists = new Lists(interactions.customers(), Math.min(plan.top(), interactions.items()));
    }

    static Lists of(Interactions interactions, RecommendationPlan plan, Progress progress) {
        progress.report(0, "Comparing items");
        var neighbours = switch (plan.method()) {
            case ITEM_KNN -> ItemSimilarity.neighbours(interactions, plan, progress.between(0, COMPARING_PART));
            case POPULAR -> new SparseRows(new int[interactions.items() + 1], new int[0], new float[0]);
        };
        progress.report(COMPARING_PART, "Ranking items");
        var ranking = new Ranking(interactions, plan, neighbours);
        Parallel.forBlocks(
                interactions.customers(),
                BLOCK,
                progress.between(COMPARING_PART, 1),
                "Ranking items",
                (_, from, to) -> ranking.rank(from, to));
        progress.report(1, "Ranking items");
        return ranking.lists;
    }

    private void rank(int from, int to) {
        var scratch = new Scratch(interactions.items(), Math.min(plan.top(), interactions.items()));
        for (int customer = from; customer < to; customer++) {
            scratch.clear();
            score(customer, scratch);
            list(customer, scratch);
        }
    }

    private void score(int customer, Scratch scratch) {
        var chosen = interactions.byCustomer();
        for (int place = chosen.start(customer); place < chosen.end(customer); place++) {
            int item = chosen.column(place);
            if (plan.excludesBought() && interactions.isBought(place)) {
                scratch.isLeftOut[item] = true;
            }
            scratch.total += chosen.weight(place);
            for (int near = neighbours.start(item); near < neighbours.end(item); near++) {
                scratch.add(neighbours.column(near), chosen.weight(place) * neighbours.weight(near), item);
            }
        }
    }

    private void list(int customer, Scratch scratch) {
        for (int i = 0; i < scratch.count; i++) {
            int item = scratch.touched[i];
            if (!scratch.isLeftOut[item]) {
                scratch.best.offer(item, scratch.scores[item]);
            }
        }
        double last = 1;
        for (int rank = 0; rank < scratch.best.size() && !lists.isFull(customer); rank++) {
            int item = scratch.best.item(rank);
            last = scratch.best.score(rank) / scratch.total;
            lists.add(customer, item, last, scratch.because[item]);
            scratch.isLeftOut[item] = true;
        }
        for (int i = 0; i < mostPopular.length && !lists.isFull(customer); i++) {
            int item = mostPopular[i];
            if (!scratch.isLeftOut[item] && interactions.popularity(item) > 0) {
                lists.add(customer, item, Math.min(last, interactions.popularShare(item)), Lists.POPULAR);
            }
        }
    }

    /** What one thread needs for one customer. */
    private static final class Scratch {
        private final double[] scores;
        private final double[] largest;
        private final int[] because;
        private final int[] touched;
        private final boolean[] isLeftOut;
        private final TopItems best;
        private int count;
        private double total;

        Scratch(int items, int top) {
            scores = new double[items];
            touched = new int[items];
            largest = new double[items];
            because = new int[items];
            isLeftOut = new boolean[items];
            best = new TopItems(top);
        }

        void clear() {
            for (int i = 0; i < count; i++) {
                scores[touched[i]] = 0;
                largest[touched[i]] = 0;
            }
            Arrays.fill(isLeftOut, false);
            best.clear();
            count = 0;
            total = 0;
        }

        void add(int item, double part, int from) {
            if (largest[item] == 0) {
                touched[count++] = item;
            }
            scores[item] += part;
            if (part > largest[item]) {
                largest[item] = part;
                because[item] = from;
            }
        }
    }
}
