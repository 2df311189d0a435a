package corymb.feature;

import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** How many events each customer has of each level of a column. */
final class LevelTally {
    private static final int FREE = -1;

    private final int[] marks;
    private final int[] places;
    private final int levels;
    private final int[] counts;
    private final int width;
    private final int from;

    private LevelTally(List<Integer> marks, int width, int from, int... counts) {
        this.levels = marks.size();
        this.counts = counts;
        this.width = width;
        this.from = from;
        this.marks = new int[Integer.highestOneBit(levels) * 4];
        this.places = new int[this.marks.length];
        Arrays.fill(this.marks, FREE);
        for (int place = 0; place < levels; place++) {
            int slot = slot(marks.get(place));
            this.marks[slot] = marks.get(place);
            places[slot] = place;
        }
    }

    /**
     * Tallies of several columns, with what they count of a customer side by side: where customers come in no order, finding the
     * place in memory takes longer than counting.
     *
     * @param marks what tells the levels of each apart, a number from 0 to 2^31 - 1 each, in the order of the levels
     */
    static List<LevelTally> of(List<List<Integer>> marks, int customers) {
        int width = marks.stream().mapToInt(List::size).sum();
        var counts = new int[customers * width];
        var tallies = new ArrayList<LevelTally>();
        int from = 0;
        for (var each : marks) {
            tallies.add(new LevelTally(each, width, from, counts));
            from += each.size();
        }
        return tallies;
    }

    /** Where a mark is, or else has room. */
    private int slot(int mark) {
        int slot = mark & (marks.length - 1);
        while (marks[slot] != mark && marks[slot] != FREE) {
            slot = (slot + 1) & (marks.length - 1);
        }
        return slot;
    }

    /** Counts an event; one of no level has a mark below 0. */
    void add(int customer, int mark) {
        if (mark >= 0) {
            counts[customer * width + from + places[slot(mark)]]++;
        }
    }

    /** A value for each customer; of the commonest level, its place in the order of the levels. */
    Column figure(LevelFigure.Kind kind, String name) {
        return switch (kind) {
            case LEVELS -> column(name, ColumnType.INTEGER, this::levels);
            case COMMONEST -> column(name, ColumnType.INTEGER, this::commonest);
            case EVENTS -> column(name, ColumnType.DECIMAL, this::events);
            case LOGARITHMS -> column(name, ColumnType.DECIMAL, this::logarithms);
        };
    }

    /** From the first of a customer's counts. */
    private Column column(String name, ColumnType type, IntToDoubleFunction figure) {
        var values = new double[counts.length / width];
        Arrays.setAll(values, customer -> figure.applyAsDouble(customer * width + from));
        return new NumberColumn(name, type, values);
    }

    private double levels(int first) {
        int levelsMet = 0;
        for (int cell = first; cell < first + levels; cell++) {
            levelsMet += counts[cell] > 0 ? 1 : 0;
        }
        return levelsMet;
    }

    private double commonest(int first) {
        int best = first;
        for (int cell = first; cell < first + levels; cell++) {
            best = counts[cell] > counts[best] ? cell : best;
        }
        return counts[best] == 0 ? Double.NaN : best - first;
    }

    private double events(int first) {
        long events = 0;
        for (int cell = first; cell < first + levels; cell++) {
            events += counts[cell];
        }
        return events == 0 ? Double.NaN : events;
    }

    private double logarithms(int first) {
        double sum = Double.isNaN(events(first)) ? Double.NaN : 0;
        for (int cell = first; cell < first + levels; cell++) {
            sum += counts[cell] > 1 ? counts[cell] * Math.log(counts[cell]) : 0;
        }
        return sum;
    }
}
