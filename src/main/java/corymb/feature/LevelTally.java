package corymb.feature;

import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
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

    /** @param marks what tells the levels apart, a number from 0 to 2^31 - 1 each, in the order of the levels */
    LevelTally(List<Integer> marks, int customers) {
        this.levels = marks.size();
        this.marks = new int[Integer.highestOneBit(levels) * 4];
        this.places = new int[this.marks.length];
        Arrays.fill(this.marks, FREE);
        for (int place = 0; place < levels; place++) {
            int slot = slot(marks.get(place));
            this.marks[slot] = marks.get(place);
            places[slot] = place;
        }
        this.counts = new int[customers * levels];
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
            counts[customer * levels + places[slot(mark)]]++;
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
        var values = new double[counts.length / levels];
        Arrays.setAll(values, customer -> figure.applyAsDouble(customer * levels));
        return new NumberColumn(name, type, values);
    }

    private double levels(int from) {
        int levelsMet = 0;
        for (int cell = from; cell < from + levels; cell++) {
            levelsMet += counts[cell] > 0 ? 1 : 0;
        }
        return levelsMet;
    }

    private double commonest(int from) {
        int best = from;
        for (int cell = from; cell < from + levels; cell++) {
            best = counts[cell] > counts[best] ? cell : best;
        }
        return counts[best] == 0 ? Double.NaN : best - from;
    }

    private double events(int from) {
        long events = 0;
        for (int cell = from; cell < from + levels; cell++) {
            events += counts[cell];
        }
        return events == 0 ? Double.NaN : events;
    }

    private double logarithms(int from) {
        double sum = Double.isNaN(events(from)) ? Double.NaN : 0;
        for (int cell = from; cell < from + levels; cell++) {
            sum += counts[cell] > 1 ? counts[cell] * Math.log(counts[cell]) : 0;
        }
        return sum;
    }
}
