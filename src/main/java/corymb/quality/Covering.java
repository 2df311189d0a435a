package corymb.quality;

import corymb.importing.Source;
import corymb.quality.TimeCoverage.Gap;
import corymb.quality.TimeCoverage.Period;
import corymb.quality.TimeCoverage.Unit;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.TimeColumn;
import corymb.work.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Finds out which times the rows of a source cover.
 *
 * <p>A gap is a stretch of days without a row that is longer than nineteen of twenty pauses between days with rows, and that
 * rows coming at random at the rate of the days around it would leave anywhere less than once in a hundred sources. A burst is
 * a day beyond Tukey's outer fence of all days with rows and with over three times the median of them.
 *
 * <p>Cost: one grouping by day a column of times.
 *
 * <p>Assumes: days of UTC; a rate that changes little within two months.
 */
record Covering(Engine engine, Source source, Instant asOf, Progress progress) {
    private static final int MOST_COLUMNS = 5;
    private static final int MOST_NAMED = 5;
    private static final double USUAL = 0.95;
    private static final double CHANCE = 0.01;
    private static final long DAYS_AROUND = 30;
    private static final double FAR_MORE = 3;
    private static final int FEWEST_IN_BURST = 10;

    List<TimeCoverage> all() {
        return source.columns().stream()
                .filter(column -> column.type().isTemporal() && !column.field().equals("birth_date"))
                .limit(MOST_COLUMNS)
                .map(column -> coverage(column.name(), column.type()))
                .toList();
    }

    private TimeCoverage coverage(String column, ColumnType type) {
        var days = days(column, type);
        long future = (long) engine.number(
                Sql.of(
                        "select count(*) from " + source.data().quoted() + " where " + Sql.name(column) + " > ?",
                        LocalDateTime.ofInstant(asOf, ZoneOffset.UTC)),
                progress);
        var unit = unit(days);
        return new TimeCoverage(
                column, unit, periods(days, unit), gaps(days), bursts(days), DailyRhythm.unusual(days), future);
    }

    /** The days with rows that are not in the future, in order. */
    private List<Period> days(String column, ColumnType type) {
        var name = Sql.name(column);
        var table = engine.table(
                Sql.of(
                        "select cast(" + name + " as date) as day, count(*) as n from "
                                + source.data().quoted() + " where " + Statistic.measurable(column, type) + " and "
                                + name
                                + " <= ? group by 1 order by 1",
                        LocalDateTime.ofInstant(asOf, ZoneOffset.UTC)),
                progress);
        var at = (TimeColumn) table.column("day");
        var days = new ArrayList<Period>();
        for (int row = 0; row < table.rowCount(); row++) {
            days.add(new Period(at.date(row), (long) table.numbers("n").get(row)));
        }
        return days;
    }

    /** So that a hundred bars or so show all of it. */
    private static Unit unit(List<Period> days) {
        long span = days.isEmpty() ? 0 : span(days);
        if (span <= 100) {
            return Unit.DAY;
        }
        return span <= 2 * 366 ? Unit.WEEK : span <= 12 * 366 ? Unit.MONTH : Unit.YEAR;
    }

    private static long span(List<Period> days) {
        return days.getLast().start().toEpochDay() - days.getFirst().start().toEpochDay() + 1;
    }

    private static List<Period> periods(List<Period> days, Unit unit) {
        var rows = new TreeMap<LocalDate, Long>();
        days.forEach(day -> rows.merge(unit.start(day.start()), day.rows(), Long::sum));
        return rows.entrySet().stream()
                .map(entry -> new Period(entry.getKey(), entry.getValue()))
                .toList();
    }

    static List<Gap> gaps(List<Period> days) {
        var pauses = new ArrayList<Gap>();
        for (int i = 1; i < days.size(); i++) {
            pauses.add(new Gap(
                    days.get(i - 1).start().plusDays(1), days.get(i).start().minusDays(1)));
        }
        if (pauses.isEmpty()) {
            return List.of();
        }
        var lengths = pauses.stream().mapToLong(Gap::days).sorted().toArray();
        long usual = lengths[(int) (USUAL * (lengths.length - 1))];
        return pauses.stream()
                .filter(pause -> pause.days() > usual && isBeyondChance(pause, days))
                .sorted(Comparator.comparingLong(Gap::days).reversed())
                .limit(MOST_NAMED)
                .sorted(Comparator.comparing(Gap::from))
                .toList();
    }

    /** With a rate of r rows a day, L days stay empty with probability exp(-r L). */
    private static boolean isBeyondChance(Gap pause, List<Period> days) {
        long reach = Math.max(DAYS_AROUND, pause.days());
        var first = latest(days.getFirst().start(), pause.from().minusDays(reach));
        var last = earliest(days.getLast().start(), pause.to().plusDays(reach));
        long rows = days.stream()
                .filter(day -> !day.start().isBefore(first) && !day.start().isAfter(last))
                .mapToLong(Period::rows)
                .sum();
        double rate = (double) rows / (new Gap(first, last).days() - pause.days());
        return pause.days() > Math.log(span(days) / CHANCE) / rate;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    static List<Period> bursts(List<Period> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        var rows =
                days.stream().mapToDouble(day -> (double) day.rows()).sorted().toArray();
        var quartiles =
                new NumberSummary(0, 0, rows[rows.length / 4], rows[rows.length / 2], rows[rows.length * 3 / 4]);
        double usual =
                Math.max(FAR_MORE * quartiles.median(), Fences.of(quartiles).high());
        return days.stream()
                .filter(day -> day.rows() > usual && day.rows() >= FEWEST_IN_BURST)
                .sorted(Comparator.comparingLong(Period::rows).reversed())
                .limit(MOST_NAMED)
                .toList();
    }
}
