package corymb.ui.experiments;

import corymb.chart.Numbers;
import corymb.experiment.Simulation;
import corymb.experiment.Simulation.Day;
import corymb.experiment.Simulation.Rate;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.ui.kit.NamedRows;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What stands behind the numbers of a simulated test: how each of its days came to them. */
final class SimulationTables {
    private SimulationTables() {}

    /** How often the change is found by the end of each day. */
    static NamedRows found(Simulation simulation) {
        return byDay("experiments.foundByDay", simulation, Day::power, Day::peekingPower);
    }

    /** How often the test without a change is called a success by the end of each day. */
    static NamedRows alarms(Simulation simulation) {
        return byDay("experiments.alarmByDay", simulation, Day::falsePositiveRate, Day::peekingFalsePositiveRate);
    }

    private static NamedRows byDay(
            String title, Simulation simulation, Function<Day, Rate> once, Function<Day, Rate> daily) {
        var days = simulation.days();
        var runs = Numbers.local().count(simulation.plan().design().runs());
        return NamedRows.of(
                Texts.of(title),
                Texts.of("experiments.byDayOf", runs),
                new Table(List.of(
                        column("experiments.columnDay", ColumnType.INTEGER, days, Day::day),
                        percents(
                                "experiments.columnOnce",
                                days,
                                day -> once.apply(day).value()),
                        percents(
                                "experiments.columnError",
                                days,
                                day -> once.apply(day).standardError()),
                        percents(
                                "experiments.columnDaily",
                                days,
                                day -> daily.apply(day).value()))));
    }

    private static Column percents(String key, List<Day> days, ToDoubleFunction<Day> share) {
        return column(key, ColumnType.DECIMAL, days, day -> Math.rint(share.applyAsDouble(day) * 10_000) / 100);
    }

    private static Column column(String key, ColumnType type, List<Day> days, ToDoubleFunction<Day> value) {
        return new NumberColumn(
                Texts.of(key), type, days.stream().mapToDouble(value).toArray());
    }
}
