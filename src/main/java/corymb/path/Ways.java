package corymb.path;

import corymb.rule.Link;
import corymb.sql.Engine;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TimeColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The way of each customer through the steps of a funnel, found while their events go by in the order of {@link FunnelSql#events}.
 *
 * <p>Steps one by one: a step is taken by an event strictly later than that of the step before, no later than the window allows after the
 * event of the first. Of all chains of a customer the one that reaches furthest counts; of those the one that gets there first; of
 * those the one whose steps are the latest, which makes it the shortest; of those that of the session with the least number. It is
 * enough to keep the latest chain of each length: the later a chain ends, the later it begins, so no other can be made longer where
 * that one cannot.
 *
 * <p>Steps in any order: from each event of a step on, the first event of each other step within the window counts; events at the same
 * moment do. The chain is chosen in the same way.
 *
 * <p>{@code Cost:} events times steps; in memory a customer's events and 8 bytes for each step of each customer.
 *
 * <p>Reference: the aggregate windowFunnel with strict_increase of ClickHouse, whose level is {@code reached}
 * (https://clickhouse.com/docs/sql-reference/aggregate-functions/parametric-functions#windowfunnel).
 */
final class Ways implements Engine.NumbersReader {
    /** Further than any two moments lie apart, and not so far that a moment and it are too much for a long. */
    private static final long WITHOUT_END = Long.MAX_VALUE / 2;

    private final Steps steps;
    private final int count;
    private final long window;
    private final int[] reached;
    private final long[] at;
    private final double[] sessions;

    private final Moments run = new Moments();
    private final Moments mixed = new Moments();
    private final long[] next;
    private final long[] chains;
    private int customer;
    private long session;

    /** Of so many customers. */
    Ways(Steps steps, int customers) {
        this.steps = steps;
        count = steps.count();
        window = switch (steps.link()) {
            case Link.SameSession _ -> WITHOUT_END;
            case Link.Within within -> within.duration().toNanos() / 1_000;
        };
        reached = new int[customers];
        at = new long[Math.multiplyExact(customers, count)];
        sessions = new double[steps.isOfSession() ? customers : 0];
        next = new long[count];
        chains = new long[count * count];
    }

    @Override
    public void read(Engine.Numbers row) {
        if (row.at(0) != customer) {
            follow();
            customer = (int) row.at(0);
        }
        if (steps.isOfSession()) {
            mixed.add(row.at(1), (int) row.at(2), row.at(3));
        } else {
            run.join(row.at(1), (int) row.at(2));
        }
    }

    /** Sessions of a customer can go on side by side. */
    private void follow() {
        for (int i : mixed.bySession()) {
            if (mixed.sessions[i] != session) {
                end();
                session = mixed.sessions[i];
            }
            run.join(mixed.times[i], mixed.taken[i]);
        }
        mixed.size = 0;
        end();
    }

    private void end() {
        if (steps.isOrdered()) {
            oneByOne();
        } else {
            inAnyOrder();
        }
        run.size = 0;
    }

    /** The latest chain of n steps stands at the start of line n - 1 of {@code chains}. */
    private void oneByOne() {
        int longest = 0;
        for (int i = 0; i < run.size; i++) {
            for (int step = Math.min(longest, count - 1); step >= 0; step--) {
                if (run.isTaken(i, step) && isInTime(step, run.times[i])) {
                    int line = step * count;
                    if (step > 0) {
                        System.arraycopy(chains, line - count, chains, line, step);
                    }
                    chains[line + step] = run.times[i];
                    if (step == longest) {
                        longest++;
                        offer(line, longest);
                    }
                }
            }
        }
    }

    private boolean isInTime(int step, long time) {
        return step == 0 || time <= chains[(step - 1) * count] + window;
    }

    private void inAnyOrder() {
        Arrays.fill(next, Long.MAX_VALUE);
        for (int i = run.size - 1; i >= 0; i--) {
            for (int step = 0; step < count; step++) {
                if (run.isTaken(i, step)) {
                    next[step] = run.times[i];
                }
            }
            if (run.isTaken(i, count)) {
                int length = 0;
                for (long time : next) {
                    if (time <= run.times[i] + window) {
                        chains[length++] = time;
                    }
                }
                Arrays.sort(chains, 0, length);
                offer(0, length);
            }
        }
    }

    /** Keeps a chain of the customer where it is better than the one kept so far. */
    private void offer(int from, int length) {
        int kept = customer * count;
        if (isBetter(from, length, kept)) {
            reached[customer] = length;
            System.arraycopy(chains, from, at, kept, length);
            if (steps.isOfSession()) {
                sessions[customer] = session;
            }
        }
    }

    private boolean isBetter(int from, int length, int kept) {
        if (length != reached[customer]) {
            return length > reached[customer];
        }
        int last = length - 1;
        if (chains[from + last] != at[kept + last]) {
            return chains[from + last] < at[kept + last];
        }
        int differing = Arrays.mismatch(chains, from, from + last, at, kept, kept + last);
        return differing >= 0 && chains[from + differing] > at[kept + differing];
    }

    /** What a customer did, in the order in which they did it. */
    private static final class Moments {
        private long[] times = new long[64];
        private int[] taken = new int[64];
        private long[] sessions = new long[64];
        private int size;

        void add(long time, int steps, long session) {
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
                taken = Arrays.copyOf(taken, 2 * size);
                sessions = Arrays.copyOf(sessions, 2 * size);
            }
            times[size] = time;
            taken[size] = steps;
            sessions[size++] = session;
        }

        /** What happens at the moment of the last stands with it. */
        void join(long time, int steps) {
            if (size > 0 && times[size - 1] == time) {
                taken[size - 1] |= steps;
            } else {
                add(time, steps, 0);
            }
        }

        boolean isTaken(int i, int step) {
            return (taken[i] & 1 << step) != 0;
        }

        /** Where they stand, session after session, in each as before. */
        int[] bySession() {
            long[] known = Arrays.copyOf(sessions, size);
            Arrays.sort(known);
            return IntStream.range(0, size)
                    .mapToLong(i -> (long) Arrays.binarySearch(known, sessions[i]) << Integer.SIZE | i)
                    .sorted()
                    .mapToInt(place -> (int) place)
                    .toArray();
        }
    }

    /**
     * The ways of those who took a step, once all events went by: {@code place}, the row of the customer; {@code reached}, how many steps
     * they took; {@code session} where the steps belong to one; {@code at_1}, {@code at_2} …, when they took them.
     */
    Table table() {
        follow();
        int[] places = IntStream.range(0, reached.length)
                .filter(each -> reached[each] > 0)
                .toArray();
        var columns = new ArrayList<Column>();
        columns.add(numbers("place", places, place -> place));
        columns.add(numbers("reached", places, place -> reached[place]));
        if (steps.isOfSession()) {
            columns.add(numbers("session", places, place -> sessions[place]));
        }
        for (int step = 0; step < count; step++) {
            columns.add(times(step, places));
        }
        return new Table(columns);
    }

    private static NumberColumn numbers(String name, int[] places, IntToDoubleFunction of) {
        return new NumberColumn(
                name, ColumnType.INTEGER, Arrays.stream(places).mapToDouble(of).toArray());
    }

    private TimeColumn times(int step, int[] places) {
        return new TimeColumn(
                FunnelSql.at(step + 1),
                ColumnType.TIMESTAMP,
                Arrays.stream(places)
                        .mapToLong(place -> reached[place] > step ? at[place * count + step] : TimeColumn.MISSING)
                        .toArray());
    }
}
