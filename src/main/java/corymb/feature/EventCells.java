package corymb.feature;

import corymb.sql.Engine;
import java.util.ArrayList;
import java.util.List;

/**
 * Whole numbers that tell of events, those of each customer found one after the other.
 *
 * <p>What is told of one event lies side by side, in as few bits as it takes: events come in no order of customers, and finding the place
 * in memory takes longer than reading there. The first of the numbers tells whose an event is, from 1.
 */
final class EventCells {
    /** The engine shifts nothing into the sign. */
    private static final int BITS_OF_A_WORD = 62;

    private final List<Field> fields;
    private final int width;
    private final long[] cells;
    private int events;
    private int[] order = {};
    private int[] begins = {};

    /** Where a number is: in which of the longs of an event, and which of its bits. */
    record Field(int word, int shift, int bits) {
        private static Field after(Field before, int bits) {
            int end = before.shift() + before.bits();
            return end + bits > BITS_OF_A_WORD
                    ? new Field(before.word() + 1, 0, bits)
                    : new Field(before.word(), end, bits);
        }

        /** The number of the event whose longs begin at a place. */
        int of(long[] words, int from) {
            return (int) (words[from + word] >>> shift & (1L << bits) - 1);
        }
    }

    /**
     * @param most events there can be
     * @param widths how many bits each number takes that is told of an event
     */
    EventCells(int most, List<Integer> widths) {
        this.fields = fields(widths);
        this.width = fields.getLast().word() + 1;
        this.cells = new long[Math.multiplyExact(most, width)];
    }

    private static List<Field> fields(List<Integer> widths) {
        var fields = new ArrayList<Field>();
        var last = new Field(0, 0, 0);
        for (int bits : widths) {
            last = Field.after(last, bits);
            fields.add(last);
        }
        return List.copyOf(fields);
    }

    /** How many bits it takes to tell numbers up to one. */
    static int bits(long largest) {
        return Long.SIZE - Long.numberOfLeadingZeros(largest);
    }

    /** The memory it takes for so many events; beyond any there is where no array is as long. */
    static long bytes(long most, List<Integer> widths) {
        long longs = most * (fields(widths).getLast().word() + 1);
        return longs > Integer.MAX_VALUE - 8 ? Long.MAX_VALUE : longs * Long.BYTES + most * Integer.BYTES;
    }

    /** Where each number is. */
    List<Field> fields() {
        return fields;
    }

    void add(Engine.Numbers row) {
        int first = events++ * width;
        for (int word = 0; word < width; word++) {
            cells[first + word] = row.at(word);
        }
    }

    /** Puts the events of each customer together. */
    void group(int customers) {
        var whose = fields.getFirst();
        begins = new int[customers + 2];
        for (int event = 0; event < events; event++) {
            begins[whose.of(cells, event * width) + 1]++;
        }
        for (int customer = 2; customer < begins.length; customer++) {
            begins[customer] += begins[customer - 1];
        }
        order = new int[events];
        for (int event = 0; event < events; event++) {
            order[begins[whose.of(cells, event * width)]++] = event;
        }
    }

    /** How many longs tell of an event. */
    int width() {
        return width;
    }

    /** How many events a customer has, from 0. */
    int count(int customer) {
        return begins[customer + 1] - begins[customer];
    }

    /** Copies what is told of a customer's events. */
    void copy(int customer, long[] to) {
        int end = 0;
        for (int place = begins[customer]; place < begins[customer + 1]; place++) {
            int from = order[place] * width;
            for (int word = 0; word < width; word++) {
                to[end++] = cells[from + word];
            }
        }
    }
}
