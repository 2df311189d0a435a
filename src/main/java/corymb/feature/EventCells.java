package corymb.feature;

import corymb.sql.Engine;

/**
 * Whole numbers that tell of events, those of each customer found one after the other.
 *
 * <p>What is told of one event lies side by side: events come in no order of customers, and finding the place in memory takes longer
 * than reading there.
 */
final class EventCells {
    /** Whose an event is, from 0. */
    static final int CUSTOMER = 0;

    /** Which conditions it meets, as bits. */
    static final int MET = 1;

    /** From where on there can be anything. */
    static final int MORE = 2;

    private final int[] cells;
    private final int width;
    private int events;
    private int[] order = {};
    private int[] begins = {};

    /**
     * @param most events there can be
     * @param width how many numbers there are of each
     */
    EventCells(int most, int width) {
        this.cells = new int[Math.multiplyExact(most, width)];
        this.width = width;
    }

    void add(Engine.Numbers row) {
        int first = events++ * width;
        for (int column = 0; column < width; column++) {
            cells[first + column] = row.at(column);
        }
    }

    /** Puts the events of each customer together. */
    void group(int customers) {
        begins = new int[customers + 2];
        for (int event = 0; event < events; event++) {
            begins[cells[event * width + CUSTOMER] + 2]++;
        }
        for (int customer = 2; customer < begins.length; customer++) {
            begins[customer] += begins[customer - 1];
        }
        order = new int[events];
        for (int event = 0; event < events; event++) {
            order[begins[cells[event * width + CUSTOMER] + 1]++] = event;
        }
    }

    /** All that is told of a customer's events. */
    void fetch(int customer, LevelTally tally) {
        tally.begin(width);
        for (int place = begins[customer]; place < begins[customer + 1]; place++) {
            tally.take(cells, order[place] * width);
        }
    }
}
