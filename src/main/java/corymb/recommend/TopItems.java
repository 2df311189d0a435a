package corymb.recommend;

import java.util.Arrays;

/** Keeps the best few of many scored items, best first; of equal scores the smaller item first, in whatever order they are offered. */
final class TopItems {
    private final int[] items;
    private final double[] scores;
    private int size;

    TopItems(int most) {
        this.items = new int[most];
        this.scores = new double[most];
    }

    void clear() {
        size = 0;
    }

    void offer(int item, double score) {
        if (size == items.length && !isBetter(item, score, size - 1)) {
            return;
        }
        int place = size < items.length ? size++ : size - 1;
        while (place > 0 && isBetter(item, score, place - 1)) {
            items[place] = items[place - 1];
            scores[place] = scores[place - 1];
            place--;
        }
        items[place] = item;
        scores[place] = score;
    }

    private boolean isBetter(int item, double score, int rank) {
        return score > scores[rank] || (score == scores[rank] && item < items[rank]);
    }

    int size() {
        return size;
    }

    int item(int rank) {
        return items[rank];
    }

    double score(int rank) {
        return scores[rank];
    }

    int[] items() {
        return Arrays.copyOf(items, size);
    }

    float[] scores() {
        var copy = new float[size];
        for (int rank = 0; rank < size; rank++) {
            copy[rank] = (float) scores[rank];
        }
        return copy;
    }
}
